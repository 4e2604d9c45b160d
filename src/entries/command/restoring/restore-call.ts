import type { Credentials } from "../../../command/credentials";
import type { RestoreAsked } from "../../../command/host";
import type { RestoreCommandMessages } from "../../../screens/text/restored/command/language";
import type { CommandFile } from "../../../settings/command-file";
import type { ReadKeys } from "../encrypted/key-files";

/** Who restores, from where, and who watches. */
export interface RestoreCall {
  file: CommandFile;
  credentials: Credentials;
  asked: RestoreAsked;
  messages: RestoreCommandMessages;
  pluginVersion: string;
  keys: ReadKeys;
  signal: AbortSignal;
  /** Tells how far it is. */
  saying: (phase: string, said: string) => void;
}
