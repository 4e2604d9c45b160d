import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/root";
import type { Assumption } from "../../src/probe/assumption";
import { ASSUMPTIONS } from "../../src/probe/assumptions";

/** `UNCONFIRMED_RUNS` is the name of something. */
const MARK = /\bUNCONFIRMED\b(?:\(([a-z0-9, -]*)\))?/g;

/** Each mark in the sources, in the local kintone and in what is written about them, which may also speak of marks. */
function marks(): Array<{ file: string; ids: string[] }> {
  return ["src", "test/emulator", "docs"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => path.posix.join(folder, name.split(path.sep).join("/")))
      .filter((file) => /\.(tsx?|md|css|peggy)$/.test(file) && !file.startsWith("src/probe/"))
      .flatMap((file) =>
        [...readFileSync(path.join(root, file), "utf8").matchAll(MARK)].map(([, ids = ""]) => ({
          file,
          ids: ids.split(",").flatMap((id) => id.trim() || []),
        })),
      ),
  );
}

describe("what is assumed of kintone", () => {
  const found = marks();
  const rows: readonly Assumption[] = ASSUMPTIONS;

  it("has an id wherever the code says UNCONFIRMED", () => {
    expect(found.length).toBeGreaterThan(60);
    const nameless = found.filter(({ file, ids }) => ids.length === 0 && !file.startsWith("docs/"));
    expect(nameless.map(({ file }) => file)).toEqual([]);
  });

  it("has one row for each id, which names the very files that rely on it", () => {
    const byId = new Map<string, Set<string>>();
    for (const { file, ids } of found) for (const id of ids) byId.set(id, (byId.get(id) ?? new Set()).add(file));
    const marked = [...byId].map(([id, files]) => [id, [...files].sort()] as const);
    const listed = rows
      .filter(({ reliedOnBy }) => reliedOnBy.length > 0)
      .map(({ id, reliedOnBy }) => [id, [...reliedOnBy].sort()] as const);
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(marked));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it("is relied on by some code, or asked for by a restore", () => {
    const unneeded = rows.filter(({ reliedOnBy, forRestore }) => reliedOnBy.length === 0 && forRestore === undefined);
    expect(unneeded).toEqual([]);
    expect(new Set(rows.flatMap(({ forRestore }) => forRestore ?? []))).toEqual(
      new Set(Array.from({ length: 16 }, (_, index) => index + 1)),
    );
  });
});
