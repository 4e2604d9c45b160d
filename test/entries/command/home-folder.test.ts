import { homedir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { atHome } from "../../../src/entries/command/home-folder";

it.each([
  ["~", homedir()],
  ["~/backups", path.join(homedir(), "backups")],
  ["./~/backups", "./~/backups"],
  ["/srv/~", "/srv/~"],
  ["~sato/backups", "~sato/backups"],
])("%s is %s", (written, meant) => {
  expect(path.relative(meant, atHome(written))).toBe("");
});
