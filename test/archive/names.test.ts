import { extname } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fileExtension, isSafePath, safeName, targetFolder } from "../../src/archive/names";
import { archiveName, markedArchiveName, parseVolumeName, volumeName } from "../../src/archive/volumes/volume-name";

const anyName = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(".", " ", "/", "\\", ":", "*", "\u0000", "\ud800", "図", "😀", "a", "\u0085"),
    maxLength: 300,
  }),
);

test("a safe name is one that Windows, macOS and Linux take, and stays as it is", () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const safe = safeName(name);
      expect(safe).not.toMatch(/[*?|\\/":<>\p{Cc}\p{Cs}]|[. ]$|^$/u);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(240);
      expect(safeName(safe)).toBe(safe);
      expect(isSafePath(`12/${safe}`)).toBe(true);
    }),
  );
});

test.each([
  ["図面 (最終).pdf", "図面 (最終).pdf"],
  ["", "_"],
  [".", "_"],
  ["..", "__"],
  ["../../etc/passwd", ".._.._etc_passwd"],
  ['*?|\\/":<>', "_________"],
  ["a\u0000b\nc", "a_b_c"],
  ["half \ud83d.txt", "half _.txt"],
  ["memo. .", "memo___"],
  ["CON", "_CON"],
  ["con.tar.gz", "_con.tar.gz"],
  ["COM¹ .txt", "_COM¹ .txt"],
  ["CONSOLE.txt", "CONSOLE.txt"],
  ["lpt0", "_lpt0"],
  ["版;12", "版_12"],
  ["a;1.txt", "a;1.txt"],
])("%j becomes %j", (name, expected) => expect(safeName(name)).toBe(expected));

test("a name that is too long keeps its extension and whole characters", () => {
  const safe = safeName(`${"😀".repeat(100)}.pdf`);
  expect(safe).toBe(`${"😀".repeat(59)}.pdf`);
  const withoutExtension = safeName(`a.${"図".repeat(100)}`);
  expect(Buffer.byteLength(withoutExtension)).toBeLessThanOrEqual(240);
});

test.each(["/a", "a//b", "a/", "a/../b", "..", "C:/a", "a\\b", "", "a/NUL", "a/b.", "x".repeat(256)])(
  "%j may not be in an archive",
  (path) => expect(isSafePath(path)).toBe(false),
);

test("an extension is what Node takes for one, of every safe name", () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const safe = safeName(name);
      expect(fileExtension(safe)).toBe(extname(safe));
    }),
  );
});

test("the folder of a target tells its guest space", () => {
  expect(targetFolder({ appId: "12" })).toBe("12");
  expect(targetFolder({ appId: "12", guestSpaceId: "3" })).toBe("guest-3-12");
});

test("a volume's name has the time of the given time zone", () => {
  const startedAt = new Date("2026-11-22T18:00:05Z");
  const naming = { prefix: "品質バックアップ", startedAt, timeZone: "Asia/Tokyo" };
  const archive = archiveName(naming);
  expect(volumeName(archive, 1)).toBe("品質バックアップ_20261123_030005.zip");
  expect(volumeName(archive, 2)).toBe("品質バックアップ_20261123_030005.part02.zip");
  const inUtc = archiveName({ ...naming, timeZone: "UTC" });
  expect(volumeName(inUtc, 100)).toBe("品質バックアップ_20261122_180005.part100.zip");
  const marked = markedArchiveName(naming, "20261122T180005Z-4f9a1c");
  expect(volumeName(marked, 2)).toBe("品質バックアップ_20261123_030005-4f9a1c.part02.zip");
});

test("the hour that comes twice when summer time ends gives one name, but for the mark of the run", () => {
  const naming = (startedAt: string) => ({ prefix: "b", startedAt: new Date(startedAt), timeZone: "Europe/Berlin" });
  const [first, second] = [naming("2026-10-25T00:30:00Z"), naming("2026-10-25T01:30:00Z")];
  expect(archiveName(first)).toBe("b_20261025_023000");
  expect(archiveName(second)).toBe(archiveName(first));
  const marked = [
    markedArchiveName(first, "20261025T003000Z-aaaaaa"),
    markedArchiveName(second, "20261025T013000Z-bbbbbb"),
  ];
  expect(marked).toEqual(["b_20261025_023000-aaaaaa", "b_20261025_023000-bbbbbb"]);
});

test("midnight is hour 00", () => {
  const startedAt = new Date("2026-12-31T15:00:00Z");
  expect(archiveName({ prefix: "b", startedAt, timeZone: "Asia/Tokyo" })).toBe("b_20270101_000000");
});

test("a volume's name can be read back", () => {
  fc.assert(
    fc.property(
      anyName,
      fc.date({ min: new Date("1980-01-01"), max: new Date("2107-12-31"), noInvalidDate: true }),
      fc.integer({ min: 1, max: 200 }),
      (prefix, startedAt, volume) => {
        const naming = { prefix, startedAt, timeZone: "Asia/Tokyo" };
        for (const archive of [archiveName(naming), markedArchiveName(naming, "20261123T030000Z-4f9a1c")]) {
          const name = volumeName(archive, volume);
          expect(archive.startsWith(safeName(prefix, 200))).toBe(true);
          expect(parseVolumeName(name)).toEqual({ archive, volume });
          expect(safeName(name, 255)).toBe(name);
        }
      },
    ),
  );
});

test.each([
  "a.zip",
  "a_20261123_030000.zip.bak",
  "_20261123_030000.zip",
  "a_20261123_030000.part01.zip",
  "a_20261123_030000-.zip",
])("%j is not the name of a volume", (name) => expect(parseVolumeName(name)).toBeUndefined());
