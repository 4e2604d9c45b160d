import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decryptedSource } from "../../../src/archive/encryption/decrypted-source";
import { encryptionFor } from "../../../src/archive/encryption/encrypt";
import { verifyArchive } from "../../../src/archive/verify/verify-archive";
import type { JournalLine } from "../../../src/backup/journal/entries";
import { zipOf } from "../../../src/domain/outcome";
import type { Workspace } from "../../../src/domain/workspace";
import { createFolderWorkspace } from "../../../src/workspace/folder";
import { openFolderJournal } from "../../../src/workspace/folder-journal";
import { createMemoryWorkspace } from "../../../src/workspace/memory";
import { newKey, opening } from "../../archive/encryption/encrypted";
import { addInspections } from "./inspections";
import { createMortalProcess } from "./mortal";
import { type RunChanges, backedUpKintone, runUnopened, target } from "./run-against";
import type { Destination } from "../../../src/domain/destination";
import { onePlace } from "../../contracts/one-place";

const kintone = backedUpKintone();
const { domain } = kintone;
const options = { volumeLimits: { maxEntries: 12, maxBytes: 1024 ** 3 } };

const targets = () => [...domain.apps.values()].map(({ id }) => target(id));
const backUp = (changes: RunChanges) => runUnopened(kintone.url, targets(), { options, ...changes });

beforeAll(() => {
  for (const records of [30, 20]) addInspections(domain, { records });
});

async function twoKeys() {
  const keys = [await newKey(), await newKey()];
  const encrypt = encryptionFor({ recipients: keys.map(({ recipient }) => recipient) });
  return { keys, encrypt };
}

it("each volume leaves encrypted, and either key gives the archive that the history tells of", async () => {
  const { keys, encrypt } = await twoKeys();
  const { outcome, volumes, log } = await backUp({ encrypt });
  expect(outcome.status).toBe("success");
  expect(outcome.volumes.length).toBeGreaterThan(2);
  expect(outcome.volumes.map(({ name }) => name)).toEqual(volumes.map(({ name }) => name));
  expect(log).toContain("decrypted again to verify it");
  for (const { identity } of keys) {
    const opened = await Promise.all(
      volumes.map(async (volume) => ({
        name: zipOf(volume).name,
        source: await decryptedSource(volume.file, opening(identity)),
      })),
    );
    const verdict = await verifyArchive(opened);
    expect(verdict).toMatchObject({ sound: true, archiveDigest: outcome.archiveDigest });
    const measured = verdict.volumes.map(({ name, size, sha256 }) => ({ name, size, sha256 }));
    expect(measured).toEqual(outcome.volumes.map(zipOf));
  }
});

it("nothing of a zip is left in the workspace", async () => {
  const { encrypt } = await twoKeys();
  const { workspace, names } = watchedWorkspace();
  await backUp({ encrypt, workspace });
  const left = [...names].filter((name) => name.startsWith("volume-"));
  expect(left.length).toBeGreaterThan(2);
  expect(left.every((name) => name.endsWith(".age"))).toBe(true);
});

it("what does not give the zip back is no backup", async () => {
  const { encrypt } = await twoKeys();
  const { outcome, volumes } = await backUp({ encrypt, workspace: watchedWorkspace(".age").workspace });
  expect(outcome.status).toBe("failed");
  expect(outcome.problems.map(({ step, error }) => `${step} ${error.code}`)).toEqual(["verify ARCHIVE_DAMAGED"]);
  expect(volumes).toEqual([]);
});

/** Knows the names of what is in it; a byte of each file whose name ends so is another one than was written. */
function watchedWorkspace(damagedEnd?: string): { workspace: Workspace; names: Set<string> } {
  const names = new Set<string>();
  const workspace = createMemoryWorkspace();
  return {
    names,
    workspace: {
      ...workspace,
      async create(name) {
        names.add(name);
        const writer = await workspace.create(name);
        if (damagedEnd === undefined || !name.endsWith(damagedEnd)) return writer;
        const write = (chunk: Uint8Array) =>
          writer.write(chunk.length > 1000 ? chunk.map((byte, at) => (at === 500 ? byte ^ 1 : byte)) : chunk);
        return { ...writer, write };
      },
      async remove(name) {
        names.delete(name);
        await workspace.remove(name);
      },
    },
  };
}

describe("a run that was killed", () => {
  let parent: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "encrypted-"));
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it("goes on with the files that it had encrypted: what is delivered again is the same to the last byte", async () => {
    const { encrypt } = await twoKeys();
    const delivered: string[] = [];
    async function attempt(deliveries: number) {
      const life = createMortalProcess(deliveries);
      const workspace = await createFolderWorkspace(parent, "run");
      const journal = await openFolderJournal<JournalLine>(join(parent, "run"), {});
      const destination: Destination = {
        kind: "folder",
        claim: async ({ names, again }) => ({ name: again ?? names[0] ?? "", release: async () => undefined }),
        async deliver({ name, sha256 }) {
          delivered.push(`${name} ${sha256}`);
          await life.step();
          return {};
        },
      };
      const ended = backUp({ encrypt, workspace, journal, places: onePlace(destination) });
      return Promise.race([ended, life.killed.then(() => undefined)]);
    }

    expect(await attempt(1)).toBeUndefined();
    const before = delivered.splice(0);
    expect(before).toHaveLength(2);
    const run = await attempt(Infinity);
    expect(run?.outcome.status).toBe("success");
    expect(delivered.length).toBeGreaterThan(2);
    expect(delivered.slice(0, 2)).toEqual(before);
    expect(run?.outcome.volumes.filter(({ zip }) => zip)).toHaveLength(delivered.length);
    expect(run?.outcome.volumes.map(({ name, sha256 }) => `${name} ${sha256}`)).toEqual(delivered);
  });
});
