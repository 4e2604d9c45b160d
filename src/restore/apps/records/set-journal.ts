import type { RestoreOutcome } from "../../../domain/restore-outcome";
import type { Process } from "./status/process";

/** The restores that the records of one app take: all of it, and the keys that other apps had to be there for. */
export type RestorePass = "records" | "keys";

/** What a set has done. Apps are named by their ids in the archive, records by those in the new app. */
export type SetLine =
  /** A restore came to its end, and the history has it. */
  | { kind: "restored"; pass: RestorePass; app: string; outcome: ToldOutcome }
  /** The process of a new app gives way to one by which every status can be reached: this one has to come back. */
  | { kind: "process-lent"; app: string; process: Process }
  | { kind: "process-back"; app: string }
  /** Comments are written to a record; and all of them were. */
  | { kind: "commenting"; app: string; record: string }
  | { kind: "commented"; app: string; record: string };

/** As much of an outcome as whoever goes on needs. */
export type ToldOutcome = Pick<RestoreOutcome, "restoreId" | "verdict" | "counts" | "notReached">;

/** As a restore's journal: what is not noted must not be done. */
export interface SetJournal {
  /** All that was noted, in that order, by this attempt and by those before it. */
  lines(): AsyncIterable<SetLine>;
  /** Resolves when it is on the disk; rejects when it could not be put there. */
  note(line: SetLine): Promise<void>;
}

/** What earlier attempts did. */
export interface SetRecollection {
  restored(pass: RestorePass, app: string): ToldOutcome | undefined;
  /** The process that has to come back, where another one stands in its place. */
  lentProcess(app: string): Process | undefined;
  /** How far the comments of a record are. */
  comments(app: string, record: string): "none" | "begun" | "all";
}

export async function recollectSet(journal: Pick<SetJournal, "lines">): Promise<SetRecollection> {
  const restored = new Map<string, ToldOutcome>();
  const lent = new Map<string, Process>();
  const commented = new Map<string, "begun" | "all">();
  for await (const line of journal.lines()) {
    if (line.kind === "restored") restored.set(`${line.pass} ${line.app}`, line.outcome);
    if (line.kind === "process-lent") lent.set(line.app, line.process);
    if (line.kind === "process-back") lent.delete(line.app);
    if (line.kind === "commenting") commented.set(`${line.app} ${line.record}`, "begun");
    if (line.kind === "commented") commented.set(`${line.app} ${line.record}`, "all");
  }
  return {
    restored: (pass, app) => restored.get(`${pass} ${app}`),
    lentProcess: (app) => lent.get(app),
    comments: (app, record) => commented.get(`${app} ${record}`) ?? "none",
  };
}

/** Nothing of its plan is left that another attempt could do. */
export const isWhole = ({ verdict, notReached }: ToldOutcome): boolean => verdict !== "stopped" && notReached === 0;
