import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesIn } from "../../../src/archive/records/json-lines";
import { type FinishedSeries, createFileSeries } from "../../../src/backup/records/file-series";
import { BackupError } from "../../../src/domain/errors";
import type { Workspace } from "../../../src/domain/workspace";
import { type Staging, createStaging } from "../../../src/staging/staging";
import { createMemoryWorkspace } from "../../../src/workspace/memory";

const encode = (text: string) => new TextEncoder().encode(text);
const HEADER = "a,b\n";

const plan = (maxBytes: number) => ({
  ...{ folder: "12", kind: "csv" as const, header: encode(HEADER), maxBytes, items: linesIn },
});

async function textsOf({ entries }: FinishedSeries): Promise<string[]> {
  return Promise.all(entries.map(async (entry) => new Response(await entry.open()).text()));
}

/** Writes the lines in groups of these sizes, one after the other and again. */
async function written(lines: readonly string[], groups: readonly number[], maxBytes: number): Promise<FinishedSeries> {
  const series = await createFileSeries(plan(maxBytes), createStaging(createMemoryWorkspace()));
  for (let [at, turn] = [0, 0]; at < lines.length; turn += 1) {
    const group = lines.slice(at, at + (groups[turn % groups.length] as number));
    await series.write(encode(group.join("")), group.length);
    at += group.length;
  }
  return series.close();
}

const line = fc.string({ unit: fc.constantFrom("a", "検"), maxLength: 30 }).map((text) => `${text}\n`);
const groups = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });

describe("a series of files", () => {
  it("is cut between items, by their sizes alone, and each file is as full as it can be", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 40 }),
        groups,
        fc.integer({ min: 0, max: 300 }),
        async (lines, some, maxBytes) => {
          const { items, ...series } = await written(lines, some, maxBytes);
          const texts = await textsOf({ items, ...series });
          expect(texts).toEqual(await textsOf(await written(lines, [1], maxBytes)));
          expect(items).toBe(lines.length);

          const bodies = texts.map((text) => text.slice(HEADER.length));
          expect(texts).toEqual(bodies.map((body) => HEADER + body));
          expect(bodies.join("")).toBe(lines.join(""));
          for (const [at, body] of bodies.entries()) {
            const own = linesIn(encode(body)).length;
            if (own > 1) expect(encode(HEADER + body).length).toBeLessThanOrEqual(maxBytes);
            if (lines.length > 0) expect(own).toBeGreaterThan(0);
            const [next] = linesIn(encode(bodies[at + 1] ?? ""));
            if (next) expect(encode(HEADER + body).length + next.length).toBeGreaterThan(maxBytes);
          }
        },
      ),
    );
  });

  it("has names with numbers, without a number for the first", async () => {
    const { entries } = await written(["1\n", "2\n", "3\n"], [3], 0);
    expect(entries.map(({ path, kind, target }) => [path, kind, target])).toEqual(
      ["12/records.csv", "12/records-2.csv", "12/records-3.csv"].map((path) => [path, "csv", "12"]),
    );
  });

  it("keeps the files that were finished before one that could not be, and takes nothing more", async () => {
    const broken = new BackupError("UNEXPECTED", "disk");
    const series = await createFileSeries(plan(0), failingAt("12/records-2.csv", broken));
    await series.write(encode("1\n2\n"), 2);
    await series.write(encode("3\n"), 1);
    expect(series.failure).toBe(broken);
    await series.write(encode("4\n"), 1);
    const finished = await series.close();
    expect(await textsOf(finished)).toEqual([`${HEADER}1\n`]);
    expect(finished).toMatchObject({ items: 1, failure: broken });
  });

  it("rejects with what ends the run", async () => {
    const full = new BackupError("NO_SPACE", "full");
    const series = await createFileSeries(plan(1000), failingAt("12/records.csv", full));
    await series.write(encode("1\n"), 1);
    await expect(series.close()).rejects.toBe(full);
  });

  it("gives everything back that it is not to keep, what was finished too", async () => {
    const { workspace, names } = watchedWorkspace();
    const series = await createFileSeries(plan(0), createStaging(workspace));
    await series.write(encode(`${"x".repeat(600_000)}\n`.repeat(3)), 3);
    expect(names.size).toBe(3);
    await series.discard();
    expect([...names]).toEqual([]);
  });
});

/** A file with this path cannot be finished. */
function failingAt(path: string, reason: BackupError): Staging {
  const staging = createStaging(createMemoryWorkspace());
  return {
    ...staging,
    async create(label) {
      const writer = await staging.create(label);
      return label.path === path ? { ...writer, close: () => Promise.reject(reason) } : writer;
    },
  };
}

/** Names of the files that there are. */
function watchedWorkspace() {
  const memory = createMemoryWorkspace();
  const names = new Set<string>();
  const workspace: Workspace = {
    ...memory,
    async create(name) {
      const writer = await memory.create(name);
      names.add(name);
      const discard = async () => {
        names.delete(name);
        await writer.discard();
      };
      return { ...writer, discard };
    },
    async remove(name) {
      names.delete(name);
      await memory.remove(name);
    },
  };
  return { workspace, names };
}
