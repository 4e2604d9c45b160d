import type { Credentials } from "../../../command/credentials";
import type { CommandFile } from "../../../settings/command-file";
import { type KeeperMessages, keeperMessagesFor } from "../../../screens/text/retention/language";
import type { RestoreAccess } from "../../wiring/restoring";
import type { Outputs } from "../outputs";
import { openAccess } from "../restoring/open-access";
import { operatorOf } from "../run";

/** Who looks after generations, and who watches. */
export interface KeeperHost {
  language: string;
  pluginVersion: string;
  signal: AbortSignal;
  outputs: Pick<Outputs, "progressLine">;
}

/** What every verb about generations begins with. */
export interface Keeping {
  messages: KeeperMessages;
  access: RestoreAccess;
  operator: { code: string; name: string };
}

/** kintone, for as long as `work` takes. */
export async function keeping<Result>(
  file: CommandFile,
  credentials: Credentials,
  { language, pluginVersion, signal, outputs }: KeeperHost,
  work: (keeping: Keeping) => Promise<Result>,
): Promise<Result> {
  const messages = keeperMessagesFor(language);
  const line = outputs.progressLine(({ said }: { phase: string; said: string }) => said);
  signal.addEventListener("abort", line.end);
  const saying = (phase: string, said: string) => line.report({ phase, said });
  try {
    const access = openAccess({ file, credentials, messages, pluginVersion, signal, saying });
    return await work({ messages, access, operator: operatorOf(credentials) });
  } finally {
    line.end();
  }
}
