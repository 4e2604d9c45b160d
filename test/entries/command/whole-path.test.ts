import { homedir } from "node:os";
import path from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { wholePath } from "../../../src/entries/command/whole-path";
import { endOf, unattended } from "./unattended";

const command = unattended();

it.each([
  ["~", homedir()],
  ["~/backups", path.join(homedir(), "backups")],
  ["./~/backups", path.resolve("./~/backups")],
  ["/srv/~", path.resolve("/srv/~")],
  ["~sato/backups", path.resolve("~sato/backups")],
  ["backups", path.resolve("backups")],
])("%s is %s", (written, meant) => {
  expect(path.relative(meant, wholePath(written)!)).toBe("");
  expect(path.isAbsolute(wholePath(written)!)).toBe(true);
});

it.skipIf(process.platform === "win32")(
  "a relative one in a folder that is gone is told, and nothing is tried",
  async () => {
    const file = await command.settingsFile("backups");
    const script = 'cd "$(mktemp -d)" && rmdir "$PWD" && exec "$@"';
    const child = command.start(["run", "--file", file, "--lang", "en"], { script });
    const err = expect.stringContaining("The folder that the command was run in is not there any more.") as string;
    // It would try for ever, and no signal but this one ends that.
    const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
    expect(await endOf(child)).toMatchObject({ code: 2, err });
    clearTimeout(late);
  },
);
