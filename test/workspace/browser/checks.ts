/** The bundle that a page or a Worker of the test loads: the workspace under test, and its contract. */
import { toBackupError } from "../../../src/domain/errors";
import { type StagedEntry, createStaging } from "../../../src/staging/staging";
import { keepArchive } from "../../../src/workspace/kept-archive";
import { runsFolder } from "../../../src/workspace/private-folders";
import { writeJson } from "../../../src/workspace/private-json";
import {
  interruptedPrivateRestores,
  readPrivateRestore,
  removePrivateRestore,
} from "../../../src/workspace/private-restores";
import { letGoOfUnsaved, sweepPrivateRuns, unsavedPrivateRuns } from "../../../src/workspace/private-runs";
import { createPrivateWorkspace } from "../../../src/workspace/private-workspace";
import { holdRun } from "../../../src/workspace/run-lock";
import { keepUnsaved } from "../../../src/workspace/unsaved-archive";
import { journalContract } from "../../contracts/journal";
import { keptRestoreContract } from "../../contracts/kept-restore";
import { smallWorkspaceContract } from "../../contracts/small-workspace";
import { workspaceContract } from "../../contracts/workspace";
import { mortalRestores } from "./mortal-restore";
import { mortalRuns } from "./mortal-run";
import { filesOf } from "./private-files";
import { type Report, runTests } from "./small-vitest";

const checks = {
  async workspaceContract(): Promise<Report> {
    let runs = 0;
    workspaceContract("private file system", async () => {
      const run = `contract-${(runs += 1)}`;
      return { workspace: await createPrivateWorkspace(run), names: () => filesOf(run) };
    });
    return runTests();
  },

  /** Where the quota is as small as the contract wants it. */
  async smallWorkspaceContract(): Promise<Report> {
    let runs = 0;
    smallWorkspaceContract("private file system", () => createPrivateWorkspace(`small-${(runs += 1)}`));
    return runTests();
  },

  /** In a Worker only. */
  async journalContract(): Promise<Report> {
    journalContract("private file system", mortalRuns());
    return runTests();
  },

  /** In a Worker only. */
  async keptRestoreContract(): Promise<Report> {
    let restores = 0;
    const create = mortalRestores();
    keptRestoreContract("private file system", async () => create(`restore-${(restores += 1)}`));
    return runTests();
  },

  /** In a Worker only: begins a restore, whose tab is closed in the middle of its second line. */
  async beginRestore(): Promise<void> {
    const restore = mortalRestores()("begun");
    await holdRun("begun");
    const attempt = await restore.attempt();
    await attempt.keep("by sato");
    await attempt.journal.note({ kind: "sending", what: "add", ids: ["7"] });
    await restore.tear('{"kind":"do');
  },

  /** The restores that can go on, with what they had noted, when runs were swept after a hundred days. */
  async interruptedRestores(): Promise<unknown[]> {
    await sweepPrivateRuns(new Date(Date.now() + 100 * 86_400_000));
    const found: unknown[] = [];
    for (const { id, about } of await interruptedPrivateRestores()) {
      const lines: unknown[] = [];
      for await (const line of readPrivateRestore(id)) lines.push(line);
      found.push({ restoreId: id, about, lines });
    }
    return found;
  },

  async discardRestore(): Promise<void> {
    await removePrivateRestore("begun");
    await removePrivateRestore("begun");
  },

  /**
   * Stages small entries until there is no more room. Resolves to how many came before and how many files they took, whether all of
   * these are what they were, and what was left when they were removed.
   */
  async fillUpWithEntries(): Promise<{ code: string; entries: number; files: number; whole: number; left: number }> {
    const workspace = await createPrivateWorkspace("entries");
    const staging = createStaging(workspace);
    const contentOf = (number: number) => new Uint8Array(200_000).fill(number);
    const staged: StagedEntry[] = [];
    let code = "none";
    try {
      for (let number = 0; number < 64; number += 1) {
        const writer = await staging.create({ path: `12/${number}.png`, kind: "attachment", target: "12" });
        await writer.write(contentOf(number));
        staged.push(await writer.close());
        if (number === 2) await bytesOf(staged[0]);
      }
    } catch (thrown) {
      ({ code } = toBackupError(thrown));
    }
    const files = (await filesOf("entries")).length;
    const contents = await Promise.all(staged.map(bytesOf));
    const whole = contents.filter(
      (bytes, number) => bytes.length === 200_000 && bytes.every((byte) => byte === number),
    ).length;
    for (const entry of staged) await entry.remove();
    const left = (await filesOf("entries")).length;
    await workspace.clear();
    return { code, entries: staged.length, files, whole, left };
  },

  /** What is told of a file, and of the next one, when somebody has cleared the data of the site meanwhile. */
  async clearedMeanwhile(): Promise<Array<{ code: string; reason: string | undefined }>> {
    const workspace = await createPrivateWorkspace("cleared");
    const writer = await workspace.create("a");
    await writer.write(new Uint8Array(10));
    const file = await writer.close();
    await (await runsFolder()).removeEntry("cleared", { recursive: true });
    const attempts = [() => workspace.create("b"), () => file.bytes(0, 1), () => file.stream().getReader().read()];
    const told = [];
    for (const attempt of attempts) {
      const { code, facts } = toBackupError(await attempt().catch((thrown: unknown) => thrown));
      told.push({ code, reason: facts.reason });
    }
    return told;
  },

  /** Leaves a file behind that is still being written, as a tab does that is closed or crashes. */
  async hold(): Promise<void> {
    const writer = await (await createPrivateWorkspace("held")).create("a");
    await writer.write(new Uint8Array(10));
  },

  /**
   * Two runs whose zips are not known to be saved, one of them kept for a later run, too. Resolves to which are told, and which have
   * files, from hour to hour; and when both were let go of instead.
   */
  async waitForSaving(): Promise<{ byHours: Array<[told: string[], there: string[]]>; letGo: [string[], string[]] }> {
    const keeper = { appId: "1", operatorCode: "sato" };
    const volumes = [{ name: "a.zip", size: 5, sha256: "a", file: "volume-01" }];
    const make = async (runId: string) => {
      const folder = await (await runsFolder()).getDirectoryHandle(runId, { create: true });
      await writeJson(folder, "volume-01", "zip");
      await keepUnsaved({ runId, ...keeper, startedAt: "2026-11-23T03:00:00.000Z", volumes });
      if (runId === "kept") await keepArchive(runId, keeper, volumes);
    };
    const state = async (): Promise<[string[], string[]]> => [
      (await unsavedPrivateRuns()).map(({ runId }) => runId),
      (
        await Promise.all(["kept", "loose"].map(async (runId) => ((await filesOf(runId)).length > 0 ? [runId] : [])))
      ).flat(),
    ];
    for (const runId of ["kept", "loose"]) await make(runId);
    const byHours: Array<[string[], string[]]> = [];
    for (const hours of [1, 71, 73]) {
      await sweepPrivateRuns(new Date(Date.now() + hours * 3_600_000));
      byHours.push(await state());
    }
    for (const runId of ["kept", "loose"]) await make(runId);
    for (const runId of ["kept", "loose"]) await letGoOfUnsaved(runId);
    return { byHours, letGo: await state() };
  },

  /** An hour from now, so that nothing is too fresh to go. */
  sweep: () => sweepPrivateRuns(new Date(Date.now() + 3_600_000)),
};

async function bytesOf(entry: StagedEntry | undefined): Promise<Uint8Array> {
  const stream = (await entry?.open()) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export type Check = keyof typeof checks;
export type CheckResult<Name extends Check> = Awaited<ReturnType<(typeof checks)[Name]>>;

Object.assign(globalThis, { checks });

if (typeof document === "undefined") {
  self.addEventListener("message", ({ data }: MessageEvent<Check>) => {
    // Thrown outside the promise, an error reaches whoever listens to the Worker.
    checks[data]().then(
      (result) => self.postMessage(result),
      (error) => setTimeout(() => reportError(error)),
    );
  });
}
