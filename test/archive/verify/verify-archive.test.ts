import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/archive/entry";
import { archiveDigest } from "../../../src/archive/manifest/archive-digest";
import type { Manifest, TargetFacts } from "../../../src/archive/manifest/manifest";
import { verifyArchive } from "../../../src/archive/verify/verify-archive";
import { type Spoil, type VolumeFile, archiveOf, named, sha256 } from "../archive-fixture";
import { expectValidManifest } from "../manifest/manifest-schema";
import { entry, randomAccess, targetFacts } from "../volume-fixture";

const NAMES = ["品質_20261123_120000.zip", "品質_20261123_120000.part02.zip", "品質_20261123_120000.part03.zip"];
const [FIRST, SECOND, THIRD] = NAMES as [string, string, string];
const FACTS = { attachments: { expected: 2, written: 2 }, comments: { written: 1 } };

const contents = (): Entry[][] => [
  [entry("README.txt", "はじめに", "readme"), entry("12/attachments/図-1/図面.png", "1")],
  [entry("12/records.jsonl", '{"$id":1}\n{"$id":2}\n', "records"), entry("12/comments.jsonl", "{}\n", "comments")],
  [entry("12/attachments/図-2/図面.png", "2"), entry("12/settings/app.json", "{}\n", "settings")],
];
const sound = (spoil?: Spoil, facts: Partial<TargetFacts> = {}) =>
  archiveOf(contents(), [targetFacts({ ...FACTS, ...facts })], spoil);

/** Spoils one volume's manifest. */
const inVolume =
  (volume: number, change: (manifest: Manifest) => Partial<Manifest>): Spoil =>
  (manifest) =>
    manifest.volume === volume ? change(manifest) : {};

const found = async (files: readonly VolumeFile[]) =>
  (await verifyArchive(named(files))).findings.map(({ code, volume, path }) => [code, volume ?? path]);

/** The same archive of another run. */
const foreign = async () => sound(() => ({ runId: "another" }));

/** Unpacks as it did, but is another file: zip allows a comment at the end. */
const withComment = (bytes: Buffer) => {
  const changed = Buffer.concat([bytes, Buffer.from("!")]);
  changed.writeUInt16LE(1, bytes.length - 2);
  return changed;
};

describe("a sound archive has no findings", () => {
  test("in whatever order its volumes are given, and its digest is that of the run's list", async () => {
    const files = await sound();
    for (const { manifest } of files) expectValidManifest(manifest);
    const digest = archiveDigest(files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) })));
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
    ]) {
      const given = order.map((at) => files[at]!);
      const verdict = await verifyArchive(named(given));
      expect(verdict).toMatchObject({
        findings: [],
        sound: true,
        archiveDigest: digest,
        runId: files[0]!.manifest.runId,
      });
      expect(verdict.volumes.map(({ name, sha256: digestOfFile }) => [name, digestOfFile])).toEqual(
        given.map(({ name, bytes }) => [name, sha256(bytes)]),
      );
    }
  });

  test("of a single volume, and when it was renamed: nothing lists its name", async () => {
    const [file] = await archiveOf([contents().flat()], [targetFacts(FACTS)]);
    expect(await found([file!])).toEqual([]);
    expect(await found([{ ...file!, name: "backup (1).zip" }])).toEqual([]);
  });

  test("when an early volume does not know a target yet", async () => {
    expect(await found(await sound(inVolume(1, () => ({ targets: [] }))))).toEqual([]);
  });
});

describe("volumes that do not make an archive:", () => {
  test("one is missing, in the middle or at the end", async () => {
    const [first, second, third] = (await sound()) as [VolumeFile, VolumeFile, VolumeFile];
    expect(await found([first, third])).toEqual([["VOLUME_MISSING", SECOND]]);
    expect(await found([second, third])).toEqual([["VOLUME_MISSING", FIRST]]);
    expect(await found([first, second])).toEqual([["LAST_MISSING", undefined]]);
    const { findings, sound: isSound, archiveDigest: digest } = await verifyArchive(named([second]));
    expect(findings).toMatchObject([{ code: "LAST_MISSING" }, { code: "VOLUME_MISSING", message: "Volume 1" }]);
    expect([isSound, digest]).toEqual([false, undefined]);
    expect(await found([])).toEqual([["LAST_MISSING", undefined]]);
  });

  test("a number that cannot be true is no reason to count up to it", async () => {
    const [first] = await sound(() => ({ volume: Number.MAX_SAFE_INTEGER, last: false }));
    const { findings } = await verifyArchive(named([first!]));
    const gap = { code: "VOLUME_MISSING", message: "Volumes 1 to 9007199254740990" };
    expect(findings).toMatchObject([{ code: "LAST_MISSING" }, gap, { code: "README_MISPLACED" }]);
  });

  test("one is of another run, whatever its number", async () => {
    const [first, second, third] = (await sound()) as [VolumeFile, VolumeFile, VolumeFile];
    const [, , stranger] = await foreign();
    const other = { ...stranger!, name: "other.zip" };
    expect(await found([other, first, second, third])).toEqual([["VOLUME_FOREIGN", "other.zip"]]);
    // One of each: the run whose last volume is there is taken for the archive.
    expect(await found([first, other])).toEqual([
      ["VOLUME_FOREIGN", FIRST],
      ["VOLUME_MISSING", FIRST],
      ["VOLUME_MISSING", SECOND],
      ["VOLUME_NAME_MISMATCH", "other.zip"],
    ]);
  });

  test("one is there twice: the digest of the archive is not guessed", async () => {
    const files = await sound();
    const given = [...files, { ...files[1]!, name: "copy.zip" }];
    expect(await found(given)).toEqual([
      ["VOLUME_TWICE", "copy.zip"],
      ["VOLUME_NAME_MISMATCH", "copy.zip"],
    ]);
    expect((await verifyArchive(named(given))).archiveDigest).toBeUndefined();
  });

  test("one was renamed, the last one too", async () => {
    const [first, second, third] = (await sound()) as [VolumeFile, VolumeFile, VolumeFile];
    expect(await found([first, { ...second, name: "b.zip" }, third])).toEqual([["VOLUME_NAME_MISMATCH", "b.zip"]]);
    expect(await found([first, second, { ...third, name: "c.zip" }])).toEqual([["VOLUME_NAME_MISMATCH", "c.zip"]]);
  });

  test("one is another file than the last one lists, though nothing in it is wrong", async () => {
    const [first, second, third] = (await sound()) as [VolumeFile, VolumeFile, VolumeFile];
    const longer = { ...first, bytes: withComment(first.bytes) };
    const verdict = await verifyArchive(named([longer, second, third]));
    expect(verdict.volumes.flatMap(({ verdict: { findings } }) => findings)).toEqual([]);
    const sizes = { expected: first.bytes.length, actual: first.bytes.length + 1 };
    expect(verdict.findings).toMatchObject([{ code: "VOLUME_SIZE_MISMATCH", volume: FIRST, ...sizes }]);
    expect(verdict.sound).toBe(false);

    const stamped = { ...second, bytes: Buffer.from(second.bytes) };
    stamped.bytes[10] = stamped.bytes[10]! ^ 1; // the time in the first local header, which no reader looks at
    expect(await found([first, stamped, third])).toEqual([["VOLUME_DIGEST_MISMATCH", SECOND]]);
  });

  test("one cannot be read: it is known by its name, and its own verdict says what is wrong", async () => {
    const [first, second, third] = (await sound()) as [VolumeFile, VolumeFile, VolumeFile];
    const half = { ...second, bytes: second.bytes.subarray(0, 100) };
    const verdict = await verifyArchive(named([first, half, third]));
    expect(verdict.findings).toMatchObject([{ code: "VOLUME_SIZE_MISMATCH", volume: SECOND }]);
    expect(verdict.volumes[1]!.verdict.findings).toMatchObject([{ code: "UNREADABLE" }]);
    expect(verdict.archiveDigest).toBeUndefined();
    const sentence = { name: "notes.txt", source: randomAccess(Buffer.from("not a zip")) };
    expect((await verifyArchive([...named([first, second, third]), sentence])).sound).toBe(false);
  });

  test("two say that they are the last one, or the last one is in the middle", async () => {
    expect(await found(await sound(inVolume(2, () => ({ last: true }))))).toEqual([["LAST_TWICE", SECOND]]);
    const early = await sound(({ volume }) => ({ last: volume === 2 }));
    expect(await found(early)).toEqual([
      ["VOLUME_SURPLUS", THIRD],
      ["VOLUME_LIST_WRONG", SECOND],
      ["VOLUME_LIST_WRONG", THIRD],
    ]);
  });

  test("the list is too short, or in a volume that is not the last", async () => {
    const short = await sound(inVolume(3, ({ volumes }) => ({ volumes: volumes.slice(0, 1) })));
    expect(await found(short)).toEqual([["VOLUME_LIST_WRONG", THIRD]]);
    const listed = [{ name: "x", size: 1, sha256: "0".repeat(64) }];
    expect(await found(await sound(inVolume(2, () => ({ volumes: listed }))))).toEqual([["VOLUME_LIST_WRONG", SECOND]]);
  });
});

describe("contents that do not make an archive:", () => {
  test("a path is in two volumes, or one that Windows and macOS take for the same", async () => {
    const [first, second, third] = contents() as [Entry[], Entry[], Entry[]];
    const twice = [entry("12/Settings/APP.json", "{}\n", "settings"), entry("12/attachments/図-1/図面.png", "1")];
    const more = targetFacts({ ...FACTS, attachments: { expected: 3, written: 3 } });
    expect(await found(await archiveOf([first, [...second, ...twice], third], [more]))).toEqual([
      ["PATH_TWICE", SECOND],
      ["PATH_TWICE", THIRD],
    ]);
  });

  test("a README that is not at the root of the first volume, or something else that is called so", async () => {
    const [first, second, third] = contents() as [Entry[], Entry[], Entry[]];
    const facts = [targetFacts(FACTS)];
    const [readme, ...rest] = first as [Entry, ...Entry[]];
    expect(await found(await archiveOf([rest, [readme, ...second], third], facts))).toEqual([
      ["README_MISPLACED", SECOND],
    ]);
    const inFolder = entry("12/README.txt", "?", "readme");
    expect(await found(await archiveOf([[inFolder, ...rest], second, third], facts))).toEqual([
      ["README_MISPLACED", FIRST],
    ]);
    const other = entry("README.txt", "?", "settings");
    expect(await found(await archiveOf([[other, ...rest], second, third], facts))).toEqual([
      ["README_MISPLACED", FIRST],
    ]);
  });

  test("a target that volumes tell differently, or that the last one does not know", async () => {
    const renamed = inVolume(2, () => ({ targets: [targetFacts({ ...FACTS, appName: "B" })] }));
    expect(await found(await sound(renamed))).toEqual([["TARGET_MISMATCH", SECOND]]);
    const unknown = await sound(inVolume(3, () => ({ targets: [] })));
    expect(await found(unknown)).toEqual([
      ["TARGET_UNKNOWN", FIRST],
      ["TARGET_UNKNOWN", SECOND],
      ["TARGET_UNKNOWN", THIRD],
    ]);
  });

  test("counts over all volumes, each told once", async () => {
    const wrong = { attachments: { expected: 3, written: 3 }, comments: { written: 5 } };
    const files = await sound(undefined, wrong);
    const verdict = await verifyArchive(named(files));
    expect(verdict.volumes[1]!.verdict.findings).toMatchObject([
      { code: "COUNT_MISMATCH", path: "12/comments.jsonl", expected: 5, actual: 1 },
    ]);
    expect(verdict.findings).toMatchObject([{ code: "COUNT_MISMATCH", path: "12", expected: 3, actual: 2 }]);

    // The volume with the records does not know the target: only the archive can tell.
    const late = await sound(
      inVolume(2, () => ({ targets: [] })),
      { records: { expected: 9, written: 9 } },
    );
    expect((await verifyArchive(named(late))).findings).toMatchObject([
      { code: "COUNT_MISMATCH", path: "12/records.jsonl", expected: 9, actual: 2 },
    ]);
  });

  test("nothing is missed in an archive of which volumes are missing", async () => {
    const [, , third] = await sound();
    expect(await found([third!])).toEqual([
      ["VOLUME_MISSING", FIRST],
      ["VOLUME_MISSING", SECOND],
    ]);
  });
});

describe("verification of an archive", () => {
  test("tells how far it is, in bytes of the files and of their contents", async () => {
    const files = await sound();
    const seen = { volumes: [] as string[], measured: 0, read: 0 };
    await verifyArchive(named(files), {
      onVolume: (name) => seen.volumes.push(name),
      onMeasured: (bytes) => (seen.measured += bytes),
      onRead: (bytes) => (seen.read += bytes),
    });
    expect(seen.volumes).toEqual(NAMES);
    expect(seen.measured).toBe(files.reduce((sum, { bytes }) => sum + bytes.length, 0));
    expect(seen.read).toBeGreaterThan(0);
  });

  test("ends with the signal's reason, and with what a source threw", async () => {
    const files = named(await sound());
    const abort = new AbortController();
    const reason = new Error("cancelled");
    const options = { signal: abort.signal, onMeasured: () => abort.abort(reason) };
    await expect(verifyArchive(files, options)).rejects.toBe(reason);
    const lost = new Error("file system gone");
    const source = { size: 5, bytes: () => Promise.reject(lost) };
    await expect(verifyArchive([{ name: "a", source }])).rejects.toBe(lost);
  });
});
