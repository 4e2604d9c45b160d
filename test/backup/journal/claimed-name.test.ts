import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { JournalLine } from "../../../src/backup/journal/entries";
import { createFolderDestination } from "../../../src/destinations/folder";
import type { Destination } from "../../../src/domain/destination";
import { createFolderWorkspace } from "../../../src/workspace/folder";
import { openFolderJournal } from "../../../src/workspace/folder-journal";
import { createScriptedSource } from "../scripted-kintone";
import { runOver, target } from "../scripted-run";
import { onePlace } from "../../contracts/one-place";

let place: string;
let scratch: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "claimed-place-"));
  scratch = await mkdtemp(join(tmpdir(), "claimed-scratch-"));
});
afterEach(() => Promise.all([place, scratch].map((folder) => rm(folder, { recursive: true, force: true }))));

async function attempt(destination: Destination) {
  const workspace = await createFolderWorkspace(scratch, "run-1");
  const journal = await openFolderJournal<JournalLine>(join(scratch, "run-1"), {});
  const source = createScriptedSource({ 12: { name: "図面", records: [], files: {} } });
  return runOver(source, [target("12")], {
    ...{ workspace, journal, places: onePlace(destination) },
    options: { volumeLimits: { maxEntries: 4, maxBytes: 1024 ** 3 } },
  });
}

const names = async () => (await readdir(place)).sort();

it.each([0, 1])(
  "a run that is killed when %d volumes are there, goes on under the name that it had claimed",
  async (there) => {
    // Somebody else's archive of the same second.
    await writeFile(join(place, "backup_20261120_120000.zip"), "other");
    const folder = createFolderDestination(place);
    const deliveries: string[] = [];
    const [claimed, ofFirst] = [".backup_20261120_120000-1.claimed", "backup_20261120_120000-1.zip"];
    await new Promise<void>((killed) => {
      const deliver: Destination["deliver"] = async (volume) => {
        if (deliveries.length === there) {
          killed();
          return new Promise(() => undefined);
        }
        deliveries.push(volume.name);
        return folder.deliver(volume);
      };
      void attempt({ ...folder, deliver });
    });
    expect(await names()).toEqual([claimed, ...(there > 0 ? [ofFirst] : []), "backup_20261120_120000.zip"]);

    const { outcome } = await attempt(folder);
    expect(outcome.status).toBe("success");
    expect(outcome.volumes.length).toBeGreaterThan(1);
    expect(outcome.volumes[0]?.name).toBe(ofFirst);
    expect(await names()).toEqual([...outcome.volumes.map(({ name }) => name), "backup_20261120_120000.zip"].sort());
    expect(await readFile(join(place, "backup_20261120_120000.zip"), "utf8")).toBe("other");
  },
);
