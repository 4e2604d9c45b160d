import type { SettingName } from "../../../domain/source";
import type { RebuildProgress } from "../../../restore/apps/step";
import type { Told } from "../../../restore/apps/told";
import type { ToDo } from "../../../restore/apps/to-do";
import type { OwnSentences } from "../restore/own-sentences";

/** Somebody whom settings name, as people call the kind of them. */
type Kind = Record<"users" | "organizations" | "groups", (code: string) => string>;

/** The texts of apps that are made anew. */
export interface RebuildTexts {
  step: Record<RebuildProgress["step"], string>;
  /** The first line: what it came to. */
  verdict: Record<"whole" | "left-out" | "stopped", string>;
  /** An old app and the new one. */
  app: (before: string, now: string) => string;
  /** Before anything is made. */
  would: {
    make: string;
    app: (before: string, name: string, place: string) => string;
    outside: string;
    space: (id: string) => string;
    guestSpace: (id: string) => string;
    /** Apps that are not made anew and are still named. */
    others: (ids: readonly string[]) => string;
    without: (names: readonly string[]) => string;
  };
  /** The archive has the form of none of the apps. */
  noForm: string;
  person: Kind;
  heading: { told: string; toDo: string; oldIds: string };
  setting: (name: SettingName) => string;
  piece: (setting: string, name: string | undefined) => string;
  told: { [What in Told["what"]]: (piece: string, told: Extract<Told, { what: What }>, problem: string) => string };
  toDo: { [What in ToDo["what"]]: (toDo: Extract<ToDo, { what: What }>, settings: readonly string[]) => string };
  oldId: (where: string, line: number, appId: string, text: string) => string;
  recordsNotAsked: string;
  more: (count: number) => string;
  stopped: (problem: string) => string;
}

/** What is done next, or otherwise: in a terminal by an option, on a screen by what is there to press. */
export interface RebuildNext {
  sentence: OwnSentences;
  /** Apps that are named and that nothing stands for. */
  nowhere: (ids: readonly string[]) => string;
  /** After it ended before its end. */
  resume: string;
  records: {
    statusesLeft: (records: number) => string;
    report: (path: string) => string;
    closed: (lookups: readonly string[]) => string;
    foreseen: {
      statusesLeft: (records: number) => string;
      commentsLeft: (written: number) => string;
    };
  };
}
