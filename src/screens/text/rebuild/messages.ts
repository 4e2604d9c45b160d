import type { SettingName } from "../../../domain/source";
import type { RebuildProgress } from "../../../restore/apps/step";
import type { Told } from "../../../restore/apps/told";
import type { ToDo } from "../../../restore/apps/to-do";
import type { NamedRun } from "../restore/command/messages";
import type { OwnSentences } from "../restore/own-sentences";

/** Apps that are being made, as they are spoken of. */
export interface NamedRebuild {
  rebuildId: string;
  /** ISO 8601. */
  startedAt: string;
}

/** Somebody whom settings name, as people call the kind of them. */
type Kind = Record<"users" | "organizations" | "groups", (code: string) => string>;

/** The texts of apps that are made anew. */
export interface RebuildTexts {
  sentence: OwnSentences;
  step: Record<RebuildProgress["step"], string>;
  /** The first line: what it came to. */
  verdict: Record<"whole" | "left-out" | "stopped", string>;
  cancelling: string;
  /** An old app and the new one. */
  app: (before: string, now: string) => string;
  /** In a dry run. */
  would: {
    make: string;
    app: (before: string, name: string, place: string) => string;
    outside: string;
    space: (id: string) => string;
    guestSpace: (id: string) => string;
    /** Apps that are not made anew and are still named. */
    others: (ids: readonly string[]) => string;
    /** Nothing stands for them. */
    nowhere: (ids: readonly string[]) => string;
    without: (names: readonly string[]) => string;
    nothing: string;
  };
  person: Kind;
  heading: { told: string; toDo: string; oldIds: string };
  setting: (name: SettingName) => string;
  piece: (setting: string, name: string | undefined) => string;
  told: { [What in Told["what"]]: (piece: string, told: Extract<Told, { what: What }>, problem: string) => string };
  toDo: { [What in ToDo["what"]]: (toDo: Extract<ToDo, { what: What }>, settings: readonly string[]) => string };
  oldId: (where: string, line: number, appId: string, text: string) => string;
  report: (path: string) => string;
  recordsNotAsked: string;
  more: (count: number) => string;
  stopped: (problem: string) => string;
  resume: string;
  refused: {
    noForm: string;
    people: (named: readonly string[]) => string;
    unfinished: (rebuild: NamedRebuild) => string;
    underWay: (rebuild: NamedRebuild, host: string) => string;
    noneUnfinished: string;
    otherArchive: (rebuild: NamedRebuild, archive: NamedRun) => string;
  };
  discarded: (rebuild: NamedRebuild, apps: readonly string[]) => string;
}
