import { describe, expect, it } from "vitest";
import type { Volume } from "../../../src/domain/outcome";
import type { AppRecord } from "../../../src/domain/record-store";
import { compareVolumes, runVolumes } from "../../../src/history/runs/run-volumes";

const volume = (name: string, digit: string, size = 10) => ({ name, size, sha256: digit.repeat(64) });
const ONE = volume("b_20261123_030000.zip", "1");
const TWO = volume("b_20261123_030000.part02.zip", "2");
const TOLD = [ONE, TWO];

const states = (files: Array<ReturnType<typeof volume>>) => {
  const { volumes, surplus } = compareVolumes(TOLD, files);
  return [volumes.map(({ state, file }) => [state, file?.name]), surplus.map(({ name }) => name)];
};

describe("what a run's record says of its volumes", () => {
  const cell = (value: string) => ({ value });
  const row = (name: string, size: string, sha256: string) => ({
    id: "1",
    value: { volume_name: cell(name), volume_size: cell(size), volume_sha256: cell(sha256) },
  });
  const record = (rows: unknown[]) =>
    ({ run_id: cell("r"), run_archive_digest: cell("AB "), run_volumes: { value: rows } }) as unknown as AppRecord;

  it("is read as kintone gives it, without the empty row that an editor leaves behind", () => {
    expect(runVolumes(record([row(ONE.name, "10", ONE.sha256), row("", "", "")]))).toEqual({
      runId: "r",
      volumes: [ONE],
      archiveDigest: "ab",
    });
  });

  it("is nothing where the fields cannot be read", () => {
    expect(runVolumes({})).toBeUndefined();
  });
});

describe("an encrypted volume", () => {
  const zip = { size: 7, sha256: "3".repeat(64) };
  const encrypted = { ...volume("b_20261123_030000.zip.age", "4"), zip };
  const decrypted = { name: ONE.name, ...zip };
  const state = (file: Volume) => compareVolumes([encrypted], [file]).volumes[0]?.state;

  it("is told with the zip that it holds", () => {
    const cell = (value: string) => ({ value });
    const { name, size, sha256 } = encrypted;
    const values = { volume_name: cell(name), volume_size: cell(String(size)), volume_sha256: cell(sha256) };
    const inside = { volume_zip_size: cell("7"), volume_zip_sha256: cell(zip.sha256) };
    const record = { run_id: cell("r"), run_archive_digest: cell("") };
    const rows = { value: [{ id: "1", value: { ...values, ...inside } }] };
    expect(runVolumes({ ...record, run_volumes: rows } as unknown as AppRecord)?.volumes).toEqual([encrypted]);
  });

  it("is there as it is, or decrypted", () => {
    expect(state(encrypted)).toBe("unchanged");
    expect(state(decrypted)).toBe("unchanged");
    expect(state({ ...decrypted, name: "b.zip" })).toBe("renamed");
    expect(state({ ...encrypted, name: "b_20261123_030000.zip (1).age" })).toBe("renamed");
  });

  it("is changed in either form", () => {
    expect(state({ ...encrypted, sha256: "5".repeat(64) })).toBe("changed");
    expect(state({ ...decrypted, sha256: "5".repeat(64) })).toBe("changed");
    expect(state({ ...decrypted, name: "b_20261123_030000(1).zip", size: 8 })).toBe("changed");
    expect(state({ ...encrypted, name: "another.zip.age", size: 8 })).toBe("missing");
  });
});

describe("files compared with it", () => {
  it("are unchanged in any order", () => {
    expect(states([TWO, ONE])).toEqual([
      [
        ["unchanged", ONE.name],
        ["unchanged", TWO.name],
      ],
      [],
    ]);
  });

  it("are known by their bytes when they were renamed, and the better known copy counts", () => {
    const copy = { ...ONE, name: "b_20261123_030000 (1).zip" };
    expect(states([copy, TWO])[0]).toEqual([
      ["renamed", copy.name],
      ["unchanged", TWO.name],
    ]);
    expect(states([copy, ONE, TWO])).toEqual([
      [
        ["unchanged", ONE.name],
        ["unchanged", TWO.name],
      ],
      [copy.name],
    ]);
  });

  it("are changed when the name is the same and the bytes or the size are not", () => {
    for (const changed of [
      { ...ONE, sha256: "3".repeat(64) },
      { ...ONE, size: 11 },
    ]) {
      expect(states([changed])[0]).toEqual([
        ["changed", ONE.name],
        ["missing", undefined],
      ]);
    }
    expect(states([{ ...volume("b_20261123_030000.part02(3).zip", "9") }])[0]).toEqual([
      ["missing", undefined],
      ["changed", "b_20261123_030000.part02(3).zip"],
    ]);
  });

  it("that were swapped are known by their bytes", () => {
    expect(
      states([
        { ...ONE, name: TWO.name },
        { ...TWO, name: ONE.name },
      ])[0],
    ).toEqual([
      ["renamed", TWO.name],
      ["renamed", ONE.name],
    ]);
  });

  it("that are none of them are surplus", () => {
    expect(states([volume("other.zip", "7")])).toEqual([
      [
        ["missing", undefined],
        ["missing", undefined],
      ],
      ["other.zip"],
    ]);
  });
});
