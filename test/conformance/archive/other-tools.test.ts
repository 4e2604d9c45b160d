import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Entry } from "../../../src/archive/entry";
import { safeName } from "../../../src/archive/names";
import { verifyArchive } from "../../../src/archive/verify/verify-archive";
import { type VolumeFile, archiveOf, named } from "../../archive/archive-fixture";
import { entry, targetFacts } from "../../archive/volume-fixture";
import { UNPACKERS, treeOf, treeOfManifests, unpack } from "./trees";

/** Names that kintone allows, as the archive writes them. */
const AWKWARD = [
  ...[
    "図面 (最終).pdf",
    "ｶﾞｲﾄﾞ.txt",
    "がぎぐ.txt",
    "が.txt".normalize("NFD"),
    "😀👨‍👩‍👧.png",
    "ñandú €.txt",
    "\u202Egpj.exe",
  ],
  ...[
    "../../etc/passwd",
    "C:\\temp\\a.txt",
    "CON.txt",
    "nul",
    "a\u0000b.txt",
    "half \ud83d.txt",
    "line\nfeed",
    "ends. .",
  ],
  ...[
    "-rf",
    "--help",
    "@list.txt",
    "!x",
    "$HOME `id` %PATH%.txt",
    "it's",
    "[a-z].txt",
    "{1,2}",
    "#",
    "~",
    "&;",
    ".hidden",
  ],
  ...["x".repeat(500), `${"名".repeat(200)}.xlsx`, "表ソ能.txt", " leading", "\u00a0", "tab\there"],
].map((name) => safeName(name));

const attachments = AWKWARD.map((name, at) =>
  entry(`12/attachments/添付-${at + 1}/${name}`, at % 3 ? `${at} ${name}` : ""),
);
// unzip takes `;1` for a version number of VMS and drops it: without `safeName` the second would overwrite the first.
for (const name of ["版;1", "版;2"]) attachments.push(entry(`12/attachments/添付-99/${safeName(name)}`, name));
const others: Entry[] = [
  entry("12/records.jsonl", `${JSON.stringify({ $id: { type: "__ID__", value: "1" }, 名: "\ud83d" })}\n`, "records"),
  entry("12/records.csv", "", "csv"),
  entry("12/comments.jsonl", "", "comments"),
  entry("12/settings/app/form/fields.json", "{}\n".repeat(40_000), "settings"),
  entry("12/settings/app/form/fields.en.json", "{}\n", "settings"),
  entry("12/customize/desktop/js/1-main.js", "", "customize"),
  entry("guest-3-13/records.jsonl", "", "records"),
  entry("guest-3-13/attachments/f-1/random.zip", randomBytes(70_000)),
];
const readme = entry("README.txt", "はじめにお読みください。\n", "readme");

const targets = [
  targetFacts({
    records: { expected: 1, written: 1 },
    attachments: { expected: attachments.length, written: attachments.length },
  }),
  targetFacts({ folder: "guest-3-13", records: { expected: 0, written: 0 } }),
];

let folder: string;
let single: VolumeFile[];
let several: VolumeFile[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "other-tools-"));
  const third = Math.ceil(attachments.length / 3);
  single = await archiveOf([[readme, ...others, ...attachments]], targets);
  several = await archiveOf(
    [
      [readme, ...attachments.slice(0, third)],
      [...others, ...attachments.slice(third, 2 * third)],
      attachments.slice(2 * third),
    ],
    targets,
  );
});
afterAll(() => rm(folder, { recursive: true }));

/** Unpacks into one new folder. */
async function unpacked(volumes: readonly VolumeFile[], unpacker: (typeof UNPACKERS)[number]) {
  const [zips, tree] = [await mkdtemp(path.join(folder, "zips-")), await mkdtemp(path.join(folder, "tree-"))];
  await mkdir(tree, { recursive: true });
  for (const { name, bytes } of volumes) {
    await writeFile(path.join(zips, name), bytes);
    unpack(unpacker, path.join(zips, name), tree);
  }
  return treeOf(tree);
}

it("are archives that this program finds nothing wrong with", async () => {
  for (const volumes of [single, several]) expect((await verifyArchive(named(volumes))).findings).toEqual([]);
});

describe.each(UNPACKERS)("$name finds what the manifests say", (unpacker) => {
  it("in an archive of one volume", async () => {
    expect(await unpacked(single, unpacker)).toEqual(treeOfManifests(single));
  });

  it("in each of several volumes", async () => {
    for (const volume of several) expect(await unpacked([volume], unpacker)).toEqual(treeOfManifests([volume]));
  });

  it("in several volumes unpacked into one folder: the tree of a single one", async () => {
    const tree = await unpacked(several, unpacker);
    expect(tree).toEqual(treeOfManifests(several));
    const withoutManifest = ({ "manifest.json": _manifest, ...rest }: typeof tree) => rest;
    expect(withoutManifest(tree)).toEqual(withoutManifest(await unpacked(single, unpacker)));
  });
});
