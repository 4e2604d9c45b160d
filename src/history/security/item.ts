import type { Entity } from "../../domain/app-settings";
import type { BackupError } from "../../domain/errors";
import type { Part } from "../../domain/target";
import type { RecordRuleKey } from "../app-definition/record-rights";
import type { DefiningField } from "../app-definition/target-rights";

/** Where something looks like a secret. The secret itself is never told. */
export type SecretPlace =
  | { kind: "config"; name: string }
  /** A field of the app that is none of ours, and is called like a place for secrets. */
  | { kind: "field"; code: string; label: string }
  | { kind: "target"; appName: string; field: string };

/** When a run ended (ISO, UTC), and how many whole days that is ago. */
export interface AgedRun {
  finishedAt: string;
  days: number;
}

/** What was found of each point of the list. */
export interface SecurityFacts {
  /** Who may view the records of this app. */
  readers: { everyone: boolean; entities: readonly Entity[] };
  /** Who can change or delete what the history says. */
  "history-writers": {
    /** Rules of the definition that the app lacks, and those that let others than managers change or delete. */
    missing: readonly RecordRuleKey[];
    loosened: readonly RecordRuleKey[];
    /** Rules of others come first: where one of them fits a record, ours do not count. */
    othersFirst: boolean;
    everyoneManages: boolean;
    managers: readonly Entity[];
  };
  /** Who can change what is backed up. */
  "target-writers": {
    /** Those that do not fit those who manage the app. */
    fields: readonly DefiningField[];
    /** May change them and do not manage the app; manage it and may not. */
    others: readonly Entity[];
    lacking: readonly Entity[];
    /** Others than managers may delete targets: the rule against it is missing, or loosened. */
    deletable: boolean;
  };
  guests: { guestSpaceId: string | undefined };
  secrets: { places: readonly SecretPlace[] };
  /** The newest run that was verified whole, and the newest of those whose zips are known to be saved too; `undefined` when there is none. */
  "verified-run": { verified: AgedRun | undefined; saved: AgedRun | undefined };
  /** Names of targets that nobody manages, that everybody manages, and of which it cannot be told, with who made them. */
  owners: {
    nobody: readonly string[];
    everybody: readonly string[];
    unknown: ReadonlyArray<{ name: string; creator: string | undefined }>;
  };
  "left-out": {
    targets: ReadonlyArray<{ name: string; parts: readonly Part[] }>;
    /** Ids of spaces that stay out although spaces are backed up. */
    spaces: readonly string[];
  };
  /** Whether the newest recorded change tells the settings that are stored. */
  "settings-recorded": { recorded: boolean };
  "kept-in-browser": { kept: boolean };
  /** Whether backups hold who there is in the domain. */
  "people-in-zips": { held: boolean };
}

export type SecurityKey = keyof SecurityFacts;

/** What no program can look at for people. */
export const BY_HAND = ["tokens", "people", "zips", "last-digest"] as const;
export type ByHandKey = (typeof BY_HAND)[number];

/** A point of the list that the program checked, or could not check. */
export type SecurityItem = {
  [Key in SecurityKey]:
    | { key: Key; verdict: "fine" | "attention" | "unknown"; facts: SecurityFacts[Key] }
    /** It could not be looked at. */
    | { key: Key; verdict: "unknown"; error: BackupError };
}[SecurityKey];
