import { type Command, USAGE, VERBS } from "./arguments";
import { EXIT } from "./exit";
import type { CommandHost } from "./host";

/** The `kintone-backup` command. Resolves to its exit code. */
export async function kintoneBackup(command: Command, host: CommandHost): Promise<number> {
  if (command.kind === "help" || command.kind === "version") {
    host.print(command.kind === "help" ? USAGE : `${host.version}\n`);
    return EXIT.success;
  }
  const named = command.kind === "misused" ? command.of : command.kind;
  const verb = VERBS.find(({ name }) => name === named);
  const { unusable = EXIT.unusable } = verb ?? {};
  if (command.kind === "misused") {
    host.tell(`kintone-backup: ${command.reason}\n\n${USAGE}`);
    return unusable;
  }
  try {
    return verb ? await verb.carryOut(command, host) : unusable;
  } catch (thrown) {
    host.tell(`${host.describeFailure(thrown)}\n`);
    return unusable;
  }
}
