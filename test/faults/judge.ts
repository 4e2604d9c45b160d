import { archiveDigest } from "../../src/archive/manifest/archive-digest";
import type { Manifest } from "../../src/archive/manifest/manifest";
import { verifyArchive } from "../../src/archive/verify/verify-archive";
import type { ErrorCode } from "../../src/domain/errors";
import type { Problem, RunOutcome, TargetResult } from "../../src/domain/outcome";
import { numberedTexts } from "../archive/numbered-texts";
import { type ArchiveContents, unpacked } from "./archive-contents";
import { untrueOfDomain } from "./domain-agreement";
import { contradictions } from "./history-agreement";
import { type Loss, compare } from "./losses";
import { untold } from "./named";
import type { JudgedRun } from "./one-run";
import type { Trouble } from "./troubles";
import { digestOf } from "./truth";

export interface Verdict {
  /** What kintone had and the archive has not. To lose something is no lie. */
  losses: Loss[];
  /** Contents that were changed on the way, where only HTTPS could have told. */
  unprovable: Loss[];
  /** Everything by which the run says more than is true, or less. Empty for an honest run. */
  lies: string[];
}

/** Says in which points a run lied about what it did. */
export async function judge(run: JudgedRun): Promise<Verdict> {
  const { outcome, rejected, machine, kintone, troubles } = run;
  if (!run.hasEnded) return { losses: [], unprovable: [], lies: ["the run never ends"] };
  if (!outcome)
    return { losses: [], unprovable: [], lies: [`the run rejected: ${rejected?.code} ${rejected?.message}`] };

  const lies = [...(await aboutVolumes(run, outcome)), ...aboutWords(outcome, troubles.every(isHarmless))];
  lies.push(...aboutLeftovers(run, outcome), ...contradictions(run, outcome), ...aboutBegin(run, outcome));
  lies.push(...aboutFolders(run, outcome));
  // What lies there is not what was made, and the run says so: there is nothing in it to be compared.
  if (!liesAsTold(run, outcome)) return { losses: [], unprovable: [], lies };
  const archive = await unpacked(machine.delivered).catch((reason: unknown) => String(reason));
  if (typeof archive === "string") return { losses: [], unprovable: [], lies: [...lies, `unreadable: ${archive}`] };
  lies.push(...aboutManifests(outcome, archive), ...untrueOfDomain(run, outcome, archive));

  const losses: Loss[] = [];
  const latest = latestFacts(archive.manifests);
  const isWhole = archive.manifests.some(({ last }) => last);
  for (const [index, wish] of kintone.wishes.entries()) {
    const { app, guestSpaceId } = wish;
    const folder = guestSpaceId === undefined ? String(app.id) : `guest-${guestSpaceId}-${app.id}`;
    const before = run.before[index];
    if (!before) continue;
    const compared = compare(folder, before, run.after[index], archive);
    lies.push(...compared.inventions.map((invention) => `${folder}: ${invention}`));
    const result = outcome.results.find(({ target }) => target.recordId === String(wish.recordId));
    const isToldOf = result?.problems.some(({ error }) => error.code === "FORM_CHANGED") ?? false;
    if (!isToldOf) lies.push(...compared.misfits.map((misfit) => `${folder}: ${misfit}, and nothing says so`));
    for (const loss of compared.losses) {
      losses.push(loss);
      if (loss.isDifferent && troubles.some(({ unprovable }) => unprovable)) continue;
      const words = JSON.stringify(loss);
      if (outcome.status === "success") lies.push(`the run is a success without ${words}`);
      if (result?.status === "success") lies.push(`the target is a success without ${words}`);
      const facts = isWhole ? latest.get(folder) : undefined;
      for (const place of untold(loss, { outcome, result, facts })) lies.push(`the ${place} does not name ${words}`);
    }
  }
  const isUnprovable = (loss: Loss) => loss.isDifferent === true && troubles.some(({ unprovable }) => unprovable);
  const proven = losses.filter((loss) => !isUnprovable(loss));
  return { losses: proven, unprovable: losses.filter(isUnprovable), lies };
}

/** A name that is taken is a trouble to nobody. */
const isHarmless = ({ machine }: Trouble) => machine?.nameIsTaken ?? false;

/** No history, no run: for want of a right, or of the app, nothing is read, and it is told. What passes ends no run. */
function aboutBegin({ beginFailed, readings }: JudgedRun, outcome: RunOutcome): string[] {
  const isTold = outcome.problems.some(({ error }) => error.code === "HISTORY_REFUSED");
  const { status: http, code } = beginFailed?.answer ?? {};
  const wasRefused = code !== undefined && (http === 403 || http === 404);
  if (!wasRefused) return isTold ? ["the history did not refuse the run, and it is said to have"] : [];
  const { status, results } = outcome;
  return [
    ...(isTold && status === "failed" ? [] : [`the history refused the run, and it is ${status}`]),
    ...(readings > 0 ? [`the history refused the run, and ${readings} requests read of its targets`] : []),
    ...(results.length > 0 ? ["the history refused the run, and there are results"] : []),
  ];
}

const OF_FOLDERS: readonly ErrorCode[] = ["NO_SPACE", "WORKSPACE_FAILED", "DELIVERY_FAILED"];

/**
 * What a folder threw is told as the folder's, in its own words, whatever its name is; it ends the run; and a run without an
 * archive has failed. Nobody else's archive is in the way, and no claim stays.
 */
function aboutFolders({ machine, troubles }: JudgedRun, { status, problems, results, volumes }: RunOutcome): string[] {
  const lies: string[] = [];
  const all = [...problems, ...results.flatMap((result) => result.problems)];
  for (const { error } of all.filter((one) => machine.thrown.has(one.error.cause))) {
    if (!OF_FOLDERS.includes(error.code)) lies.push(`a folder's error is told as ${error.code}`);
    if (error.message.includes("/srv")) lies.push("a path of this machine is told");
  }
  if (volumes.length === 0 && status !== "failed" && status !== "cancelled")
    lies.push(`no volume, and it is ${status}`);
  const isEnding = ({ error: { code } }: Problem) => code === "WORKSPACE_FAILED" || code === "DELIVERY_FAILED";
  const met = results.findIndex((result) => result.problems.some(isEnding));
  const after = met < 0 ? [] : results.slice(met + 1);
  if (after.some((result) => result.status === "success" || result.status === "partial")) {
    lies.push("a target was read after the folder had failed");
  }
  const isTaken = troubles.some((trouble) => trouble.machine?.nameIsTaken);
  if (volumes.some(({ name }) => /-\w+(?:\.part\d+)?\.zip$/.test(name) !== isTaken))
    lies.push("another name was claimed");
  if (machine.claimed.size > 0) lies.push("a claim is left");
  return lies;
}

/** Whether every volume of the outcome lies at the destination, with its size and digest, and nothing else does. */
function liesAsTold({ machine }: JudgedRun, outcome: RunOutcome): boolean {
  const lying = machine.delivered.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: digestOf(bytes) }));
  return (
    JSON.stringify(lying) === JSON.stringify(outcome.volumes.map(({ name, size, sha256 }) => ({ name, size, sha256 })))
  );
}

/** What was delivered is what the outcome says, and sound; otherwise the outcome says of which volume it is not so. */
async function aboutVolumes(run: JudgedRun, outcome: RunOutcome): Promise<string[]> {
  const lies: string[] = [];
  const { machine, troubles } = run;
  const delivered = machine.delivered.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: digestOf(bytes) }));
  if (outcome.saved && outcome.volumes.length === 0) lies.push(`there is no volume, and it is ${outcome.saved}`);
  if (troubles.every(isHarmless) && outcome.volumes.length > 0 && outcome.saved !== "saved") {
    lies.push(`nothing went wrong, and it is ${outcome.saved}`);
  }
  if (!liesAsTold(run, outcome)) {
    const names = new Set(outcome.volumes.map(({ name }) => name));
    const isTold = outcome.problems.some(
      ({ step, error }) => step === "deliver" && error.facts.path !== undefined && names.has(error.facts.path),
    );
    if (outcome.saved === "saved" || !isTold || outcome.status === "success") {
      lies.push(
        `${outcome.saved}: at the destination ${JSON.stringify(delivered)}, told ${JSON.stringify(outcome.volumes)}`,
      );
    }
    return lies;
  }
  if (outcome.archiveDigest !== (delivered.length > 0 ? archiveDigest(delivered) : undefined)) {
    lies.push("the archive digest is another one");
  }
  if (outcome.bytes !== delivered.reduce((sum, { size }) => sum + size, 0)) lies.push("bytes are not those delivered");
  if (delivered.length === 0) return outcome.status === "success" ? [...lies, "a success without an archive"] : lies;
  const verdict = await verifyArchive(
    machine.delivered.map(({ name, bytes }) => ({ name, source: randomAccess(bytes) })),
  );
  const findings = verdict.volumes.flatMap(({ name, verdict: own }) =>
    own.findings.map((found) => ({ name, ...found })),
  );
  for (const { name, code, message } of findings) lies.push(`${name} is not sound: ${code} ${message}`);
  // What was cancelled, or could not be written or delivered whole, has no last volume; each is sound all the same.
  if (outcome.status === "cancelled" || outcome.problems.some(ofArchive)) return lies;
  for (const { code, message } of verdict.findings) lies.push(`the archive is not sound: ${code} ${message}`);
  if (verdict.archiveDigest !== outcome.archiveDigest) lies.push("the archive's digest is not the outcome's");
  return lies;
}

const ofArchive = ({ step }: Problem) => step === "pack" || step === "verify" || step === "deliver";

function randomAccess(bytes: Uint8Array) {
  return { size: bytes.length, bytes: async (start: number, end: number) => bytes.slice(start, end) };
}

/** Every result that is no success says where, by which code, and why; a run without trouble is a success. */
function aboutWords(outcome: RunOutcome, isUntroubled: boolean): string[] {
  const lies: string[] = [];
  const { status, results, problems } = outcome;
  if (isUntroubled && status !== "success") lies.push(`nothing went wrong, and it is ${status}`);
  const all = [...problems, ...results.flatMap((result) => result.problems)];
  for (const { step, error } of all) {
    if (!step || !error.code || !error.message) lies.push(`a problem without words: ${step} ${error.code}`);
  }
  for (const result of results) {
    const speaks = result.problems.length > 0;
    if (result.status === "success" && speaks) lies.push("a target is a success with problems");
    if ((result.status === "partial" || result.status === "failed") && !speaks) {
      lies.push(`a target is ${result.status} without a reason`);
    }
    if (result.status === "running") lies.push("a target is still running");
  }
  const ofRun = problems.filter(({ step }) => step !== "history");
  if (status === "success" && (ofRun.length > 0 || results.some((result) => result.status !== "success"))) {
    lies.push("the run is a success, and not all of it is");
  }
  if ((status === "partial" || status === "failed") && all.length === 0)
    lies.push(`the run is ${status} without a reason`);
  return lies;
}

/** After a run without volumes nothing is left; after any other, nothing but what the volumes are made of and could not go. */
function aboutLeftovers({ machine, troubles }: JudgedRun, outcome: RunOutcome): string[] {
  const left = [...machine.left];
  if (outcome.volumes.length === 0) return left.length > 0 ? [`left in the workspace: ${left.join(", ")}`] : [];
  const isUntroubled = outcome.status === "success" && troubles.every((trouble) => !trouble.machine);
  const scraps = left.filter((name) => !name.startsWith("volume"));
  return isUntroubled && scraps.length > 0 ? [`scraps are left in the workspace: ${scraps.join(", ")}`] : [];
}

/** What the manifests say is what lies beside them, and what the outcome says. */
function aboutManifests(outcome: RunOutcome, { manifests, entries }: ArchiveContents): string[] {
  const lies: string[] = [];
  for (const manifest of manifests) if (manifest.runId !== outcome.runId) lies.push("the manifest is another run's");
  if (!manifests.some(({ last }) => last)) return lies;
  for (const [folder, facts] of latestFacts(manifests)) {
    const result = outcome.results.find(
      ({ target }) => target.appId === facts.appId && target.guestSpaceId === facts.guestSpaceId,
    );
    if (!result) {
      lies.push(`${folder} is in the manifest, and no result tells of it`);
      continue;
    }
    const lines = (name: "records.jsonl" | "comments.jsonl") =>
      numberedTexts(entries, folder, name).reduce((sum, text) => sum + text.split("\n").length - 1, 0);
    const files = [...entries.keys()].filter((path) => path.startsWith(`${folder}/attachments/`)).length;
    const said = { records: facts.records.written, attachments: facts.attachments.written };
    if (said.records !== lines("records.jsonl")) lies.push(`${folder}: ${said.records} records were not written`);
    if (said.attachments !== files) lies.push(`${folder}: ${said.attachments} attachments, and there are ${files}`);
    if (facts.comments.written !== lines("comments.jsonl")) lies.push(`${folder}: comments were not written`);
    if (result.records !== said.records || result.attachments !== said.attachments) {
      lies.push(`${folder}: manifest and result count otherwise`);
    }
    lies.push(...hiddenGaps(folder, facts, result));
  }
  return lies;
}

function hiddenGaps(folder: string, facts: Manifest["targets"][number], result: TargetResult): string[] {
  if (result.status !== "success") return [];
  const { missing, records, attachments } = facts;
  const gap = missing.find(({ code }) => code === "FAILED" || code === "NOT_READABLE");
  const isShort = records.expected !== records.written || attachments.expected !== attachments.written;
  return [
    ...(gap ? [`${folder} is a success, and the manifest misses ${gap.what}`] : []),
    ...(isShort ? [`${folder} is a success, and counts do not agree`] : []),
  ];
}

function latestFacts(manifests: readonly Manifest[]): Map<string, Manifest["targets"][number]> {
  const byVolume = [...manifests].sort((a, b) => Number(a.last) - Number(b.last) || a.volume - b.volume);
  return new Map(byVolume.flatMap(({ targets }) => targets.map((facts) => [facts.folder, facts])));
}
