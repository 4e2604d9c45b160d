import { type Command, USAGE, VERBS } from "./arguments";
import { EXIT } from "./exit";
import type { CommandHost } from "./host";

/** The `kintone-backup` command. Resolves to its exit code. */
export async function kintoneBackup(command: Command, host: CommandHost): Promise<number> {
  if (command.kind === "help" || command.kind === "version") {
    host.print(command.kind === "help" ? USAGE : `${host.version}\n`);
    return EXIT.success;
  }
  if (command.kind === "misused") {
    host.tell(`kintone-backup: ${command.reason}\n\n${USAGE}`);
    return EXIT.unusable;
  }
  try {
    const verb = VERBS.find(({ name }) => name === command.kind);
    return verb ? await verb.carryOut(command, host) : EXIT.unusable;
  } catch (thrown) {
    host.tell(`${host.describeFailure(thrown)}\n`);
    return EXIT.unusable;
  }
}
