import { expect, test } from "vitest";
import type { DomainList } from "../../../src/archive/domain-lists";
import type { Entry } from "../../../src/archive/entry";
import type { DomainFacts, Manifest } from "../../../src/archive/manifest/manifest";
import { verifyArchive } from "../../../src/archive/verify/verify-archive";
import { type Spoil, archiveOf, named } from "../archive-fixture";
import { expectValidManifest } from "../manifest/manifest-schema";
import { entry, targetFacts } from "../volume-fixture";

const DOMAIN: DomainFacts = {
  include: ["spaces", "people"],
  lists: [
    { list: "plugins", written: 0 },
    { list: "users", written: 2 },
  ],
  missing: [],
};
const NOTHING_READ = { records: { expected: 0, written: 0 }, attachments: { expected: 0, written: 0 } };

const contents = (): Entry[][] => [
  [entry("12/settings/app.json", "{}\n", "settings"), entry("domain/users.jsonl", "{}\n{}\n", "domain")],
  [entry("domain/plugins.jsonl", "", "domain")],
];
const told =
  (change: (manifest: Manifest) => Partial<Manifest> = () => ({})): Spoil =>
  (manifest) => ({ formatVersion: 3, domain: DOMAIN, ...change(manifest) });

async function findingsOf(volumes: readonly Entry[][], spoil: Spoil) {
  const files = await archiveOf(volumes, [targetFacts(NOTHING_READ)], spoil);
  for (const { manifest } of files) expectValidManifest(manifest);
  const { findings, volumes: verified } = await verifyArchive(named(files));
  const all = [...findings, ...verified.flatMap(({ verdict }) => verdict.findings)];
  return all.map(({ code, path, expected, actual }) => [
    code,
    path,
    ...(expected === undefined ? [] : [expected, actual]),
  ]);
}

test("an archive with the domain is sound when each list has the lines that were written", async () => {
  expect(await findingsOf(contents(), told())).toEqual([]);
  // The volume that was full before the domain was read does not know it.
  expect(
    await findingsOf(
      contents(),
      told(({ last }) => (last ? {} : { domain: undefined as never })),
    ),
  ).toEqual([]);
});

test("a list with fewer lines, one that nobody told of, and one that is in no volume are found", async () => {
  const lists = (written: Partial<Record<DomainList, number>>) =>
    told(() => ({
      domain: {
        ...DOMAIN,
        lists: Object.entries(written).map(([list, count]) => ({ list: list as DomainList, written: count })),
      },
    }));
  expect(await findingsOf(contents(), lists({ plugins: 0, users: 3 }))).toEqual([
    ["COUNT_MISMATCH", "domain/users.jsonl", 3, 2],
  ]);
  expect(await findingsOf(contents(), lists({ plugins: 0 }))).toEqual([["COUNT_MISMATCH", "domain/users.jsonl", 0, 2]]);
  expect(await findingsOf(contents(), lists({ plugins: 0, users: 2, groups: 0 }))).toEqual([
    ["ENTRY_MISSING", "domain/groups.jsonl"],
  ]);
});

test("volumes that tell of the domain in different ways, or of none that the last one knows, are found", async () => {
  const another = told(({ last }) => ({ domain: { ...DOMAIN, include: last ? ["people"] : ["spaces"] } }));
  expect(await findingsOf(contents(), another)).toEqual([["TARGET_MISMATCH", "domain"]]);
  const unknown = await findingsOf(contents(), () => ({ formatVersion: 3 }));
  expect(unknown).toEqual([
    ["TARGET_UNKNOWN", "domain"],
    ["TARGET_UNKNOWN", "domain"],
  ]);
});
