import type { ReportRunProgress } from "../backup/run-progress";
import type { RunOutcome } from "../domain/outcome";
import type { OverBudget } from "../domain/request-budget";
import type { CommandFile } from "../settings/command-file";
import type { SettingsProblem } from "../settings/problem";
import type { Checked, Done } from "./checked";
import type { Credentials } from "./credentials";
import type { ProbeOrder } from "./probe-order";

/** What the command needs from the machine it runs on, and its words. */
export interface CommandHost {
  environment: Readonly<Record<string, string | undefined>>;
  version: string;
  readFile: (path: string) => Promise<string>;
  /** A path from the root, with the home folder in the place of `~`. `undefined` when it is relative to a folder that is gone. */
  wholePath: (path: string) => string | undefined;
  /** Carries out one run and resolves to its facts. */
  run: (file: CommandFile, credentials: Credentials, how: RunManner) => Promise<RunOutcome>;
  /** Writes what encrypted files hold into a folder. */
  decrypt: (files: readonly string[], folder: string) => Promise<Checked>;
  /** Writes test files into a folder, for keys of the settings file that nobody has tried yet. */
  proveKey: (file: CommandFile, folder: string) => Promise<Checked>;
  /** Brings archives to places where they are missing. */
  deliver: (file: CommandFile, credentials: Credentials) => Promise<Checked>;
  /** Tries whether the places of the file can be written to and read. */
  testPlaces: (file: CommandFile) => Promise<Checked>;
  /** Reads the zip files of an archive back. */
  verify: (volumes: readonly string[]) => Promise<Checked>;
  /** Reads the whole history, and compares zip files with it; folders stand for the zips in them. */
  checkHistory: (file: CommandFile, credentials: Credentials, zips: readonly string[]) => Promise<Checked>;
  /** Reads an archive back and compares it with kintone; changes nothing there. */
  compare: (file: CommandFile, credentials: Credentials, asked: ComparisonAsked) => Promise<Checked>;
  /** Compares the settings of an archive's apps with what they are in kintone, or in another archive; changes nothing. */
  compareSettings: (asked: SettingsComparisonAsked, access: Access | undefined) => Promise<Done>;
  /** Reads an archive back and tells what a restore would meet, by the archive alone. */
  rehearse: (asked: RehearsalAsked) => Promise<Checked>;
  /** Puts records back from an archive, or says what that would take. */
  restore: (file: CommandFile, credentials: Credentials, asked: RestoreAsked) => Promise<Done>;
  /** Makes apps of an archive anew, or says what that would make. */
  rebuild: (file: CommandFile, credentials: Credentials, asked: RebuildAsked) => Promise<Done>;
  /** Tries to restore records of apps into scratch apps. */
  drill: (file: CommandFile, credentials: Credentials, asked: DrillAsked) => Promise<Done>;
  /** Removes generations by the rules of their places, shows what would go, or takes the confirmation of a rule. */
  prune: (file: CommandFile, credentials: Credentials, asked: PruneAsked) => Promise<Done>;
  /** Holds the archive of a run, or does so no more. */
  hold: (file: CommandFile, credentials: Credentials, asked: HoldAsked) => Promise<Done>;
  /** Tries what is only assumed of kintone. Rejects with a `BackupError` when kintone is not reached, or does not let it in. */
  probe: (order: ProbeOrder, credentials: Credentials) => Promise<Checked>;
  /** Standard output: the result. */
  print: (text: string) => void;
  /** Standard error: what goes on, and what went wrong. */
  tell: (text: string) => void;
  report: ReportRunProgress;
  describeOutcome: (outcome: RunOutcome) => string;
  describeSettingsProblem: (problem: SettingsProblem) => string;
  describeFailure: (thrown: unknown) => string;
}

/** How a run is to be carried out. */
export interface RunManner {
  report: ReportRunProgress;
  /** Goes on with a run that was killed, if there is one. */
  resume: boolean;
  /** Makes it a failed run when there is less room than earlier runs took. */
  refuseWithoutRoom: boolean;
  /** What to do where the budget of requests does not suffice. */
  overBudget: OverBudget;
}

/** What is to be put back, from what and into what. */
export interface RestoreAsked {
  /** As of a comparison. */
  zips: readonly string[];
  runId?: string;
  /** The app of the archive; the only one that it has, when absent. */
  appId?: string;
  /** Another app than the one that the archive is of; records are known there by a field, or all are added. */
  into?: { appId: string; guestSpaceId?: string; key?: string };
  /** Nothing is written when it is absent: then only what each mode would take is told. */
  mode?: {
    addMissing: boolean;
    putBack: boolean;
    /** Records that the archive does not have are deleted; only when it is so many, and the app is called so. */
    remove?: { newer: boolean; expected?: { records: number; appName: string } };
  };
  selection: {
    ids?: readonly string[];
    condition?: string;
    changed?: { from?: string; to?: string };
    onlyDeleted?: true;
  };
  /** Codes of the fields that are put back; all when absent. */
  fields?: readonly string[] | "attachments";
  /** Looks into files, too, of which name and size are the same. */
  bytes: boolean;
  /** Files of plans: one that was decided before, and a new one that gets what is decided now. */
  plan?: string;
  writePlan?: string;
  /** As it was given, for what people are told to do next. */
  settingsFile: string;
  reason: string;
  confirmed: readonly Confirmation[];
  secured: boolean;
  dryRun: boolean;
  /** What becomes of a restore of that app that was broken off. */
  unfinished?: "resume" | "discard";
}

/** What must be confirmed where it is so: the history knows no such archive, an earlier restore did not tell what it added, more than half of the app is touched, the requests of the day do not suffice. */
export const CONFIRMATIONS = ["unknown-archive", "untold-restores", "large", "requests"] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** Which apps of an archive are to be made anew, and how. */
export interface RebuildAsked {
  /** As of a comparison. */
  zips: readonly string[];
  runId?: string;
  /** Ids of the apps in the archive; none stands for all. */
  apps: readonly string[];
  /** Where they are made: where they were, when absent. */
  place?: { spaceId?: string; isGuest?: true };
  /** Behind the name that each had. */
  nameSuffix: string;
  /** Apps that are there and stand for one that the archive names: its id in the archive, and the app's. */
  others: Readonly<Record<string, string>>;
  /** Who stands in the place of somebody who is gone. */
  replaced: Record<"users" | "organizations" | "groups", Record<string, string>>;
  /** Everybody else who is gone is left out. */
  leaveOutPeople: boolean;
  /** Only the apps, without their records. */
  withoutRecords: boolean;
  /** Records get their status and assignees back, and their comments. */
  status: boolean;
  comments: boolean;
  /** As it was given, for what people are told to do next. */
  settingsFile: string;
  reason: string;
  dryRun: boolean;
  /** What becomes of apps whose making was broken off. */
  unfinished?: "resume" | "discard";
}

/** Where kintone is, and who the command is to it. */
export interface Access {
  file: CommandFile;
  credentials: Credentials;
}

/** Whose settings are to be compared, with what, and how it is told. */
export type SettingsComparisonAsked = Pick<ComparisonAsked, "zips" | "runId" | "apps"> & {
  /** Zips of another archive, in the place of kintone. */
  beside?: readonly string[];
  /** A field of the one app that gets it back; it says so twice, as `<app>/<field>`, when it is to be done. */
  field?: { code: string; confirmed?: string };
  json: boolean;
  language: string;
};

/** Which apps of which archive are to be drilled, and how much of them. */
export interface DrillAsked extends Pick<ComparisonAsked, "zips" | "runId" | "apps"> {
  /** How many records by chance; all when absent. */
  sample?: number;
  /** A new one when absent. */
  seed?: string;
  /** Also where it takes more requests than are left of the day. */
  overBudget?: true;
  reason: string;
  settingsFile: string;
}

/** From where generations are to be removed, and whether they are. */
export interface PruneAsked {
  /** Name of the one place; all, when absent. */
  place?: string;
  dryRun: boolean;
  /** What the digest of the preview begins with that somebody wants to be in force. */
  confirm?: string;
  /** Nothing is told where nothing is done. */
  afterRun: boolean;
  /** As it was given, for what people are told to do next. */
  settingsFile: string;
}

/** Whose archive is held, or released, and why. */
export interface HoldAsked {
  runId: string;
  isHeld: boolean;
  reason: string;
}

/** Which archive is to be rehearsed, as of a comparison. */
export type RehearsalAsked = Pick<ComparisonAsked, "zips" | "runId" | "apps"> & { language: string };

/** What is to be compared with kintone, and how. */
export interface ComparisonAsked {
  /** Paths of zip files, and of folders of them; none stands for the folder of the settings file. */
  zips: readonly string[];
  /** The newest run that is there whole, when absent. */
  runId?: string;
  /** Ids of the apps to compare; none stands for all in the archive. */
  apps: readonly string[];
  /** Compares files by their bytes, too. */
  bytes: boolean;
  /** Path of a new file that gets every difference. */
  differences?: string;
  /** Writes what was found into the history. */
  record: boolean;
  /** Why it was compared, for the history. */
  reason?: string;
}
