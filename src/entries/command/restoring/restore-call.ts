import type { Credentials } from "../../../command/credentials";
import type { RestoreAsked } from "../../../command/host";
import type { RestoringMessages } from "../../../screens/text/restored/language";
import type { CommandFile } from "../../../settings/command-file";

/** Who restores, from where, and who watches. */
export interface RestoreCall {
  file: CommandFile;
  credentials: Credentials;
  asked: RestoreAsked;
  messages: RestoringMessages;
  pluginVersion: string;
  signal: AbortSignal;
  /** Tells how far it is. */
  saying: (phase: string, said: string) => void;
}
