import { expect, it } from "vitest";
import { verifyArchive } from "../../src/archive/verify/verify-archive";
import { createFolderWorkspace } from "../../src/workspace/folder";
import { runUnopened, target } from "../backup/whole-runs/run-against";
import { kintoneApart, watchMemory } from "./apart";
import { LONG_ROWS, TEN_THOUSAND_ROWS } from "./long-rows";

const kintone = kintoneApart("long-rows-kintone.ts");

it.each([
  ["500 records with long texts and 60 rows each", LONG_ROWS],
  ["records with ten thousand rows", TEN_THOUSAND_ROWS],
])("%s, in little memory", { timeout: 1_200_000 }, async (_what, { appId, records, letters, rows }) => {
  const grown = watchMemory();
  const workspace = await createFolderWorkspace(kintone.folder, `run-${appId}`);
  const include = { records: true, attachments: false, comments: false, settings: false, administration: false };
  const { outcome, volumes } = await runUnopened(kintone.url, [target(appId, { include })], { workspace });
  const growth = grown();
  expect(outcome).toMatchObject({ status: "success", records });

  const verdict = await verifyArchive(volumes.map(({ name, file }) => ({ name, source: file })));
  expect(verdict).toMatchObject({ sound: true, archiveDigest: outcome.archiveDigest });
  const manifests = verdict.volumes.flatMap(({ verdict: { manifest } }) => (manifest ? [manifest] : []));
  const sizes = manifests.flatMap(({ entries }) => entries).filter(({ kind }) => kind === "csv");
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  expect(bytes).toBeGreaterThan(records * rows * letters * 2.9);
  expect(growth).toBeLessThan(600 * 1024 ** 2);
});
