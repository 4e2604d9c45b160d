import type { BackupError } from "../../../../domain/errors";
import type { AppRef } from "../../../../domain/target";
import type { NewTarget } from "../../../../history/targets/target-register";
import type { CsvLine } from "./csv-lines";
import type { ListedApp } from "./listed-app";

/** Why a line cannot become a target. */
export type LineProblem =
  | { kind: "unclosed" | "no-app" | "not-a-number" | "not-a-guest-space" | "not-enabled-or-disabled" | "unknown" }
  /** The app is in an earlier line. */
  | { kind: "twice"; of: number }
  | { kind: "present" }
  /** Its apps could not be asked for. */
  | { kind: "unreadable"; error: BackupError };

export interface JudgedLine {
  line: CsvLine;
  verdict: { target: NewTarget } | { problem: LineProblem };
}

/** What the lines are judged by. */
export interface LineKnowledge {
  /** The apps that the user can see, among those that the lines name. */
  apps: readonly ListedApp[];
  /** Why the apps of a space could not be asked for, by guest space; "" is for those outside guest spaces. */
  unreadable: ReadonlyMap<string, BackupError>;
  /** Ids of the apps that are targets. */
  present: ReadonlySet<string>;
}

const ID = /^0*([1-9]\d{0,17})$/;

/** The apps that the lines name, each once, as far as they are numbers: what must be asked for before lines are judged. */
export function appsIn(lines: readonly CsvLine[]): AppRef[] {
  const refs = lines.flatMap((line) => refOf(line) ?? []);
  return [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
}

/** Judges each line; nothing is asked of anybody. */
export function judgeLines(lines: readonly CsvLine[], knowledge: LineKnowledge): JudgedLine[] {
  const apps = new Map(knowledge.apps.map((app) => [keyOf(app), app]));
  /** The line that an app is in first, by its id. */
  const first = new Map<string, number>();
  return lines.map((line) => {
    const problem = (found: LineProblem): JudgedLine => ({ line, verdict: { problem: found } });
    if (line.unclosed) return problem({ kind: "unclosed" });
    if (line.appId === "") return problem({ kind: "no-app" });
    if (!ID.test(line.appId)) return problem({ kind: "not-a-number" });
    const ref = refOf(line);
    if (!ref) return problem({ kind: "not-a-guest-space" });
    if (line.enabled === undefined) return problem({ kind: "not-enabled-or-disabled" });
    const earlier = first.get(ref.appId);
    if (earlier !== undefined) return problem({ kind: "twice", of: earlier });
    first.set(ref.appId, line.line);
    if (knowledge.present.has(ref.appId)) return problem({ kind: "present" });
    const error = knowledge.unreadable.get(ref.guestSpaceId ?? "");
    if (error) return problem({ kind: "unreadable", error });
    const app = apps.get(keyOf(ref));
    if (!app) return problem({ kind: "unknown" });
    const { appName, query, enabled } = line;
    return { line, verdict: { target: { ...ref, appName: appName || app.name, query, enabled } } };
  });
}

function refOf({ appId, guestSpaceId }: CsvLine): AppRef | undefined {
  const [, app] = ID.exec(appId) ?? [];
  const [, guest] = ID.exec(guestSpaceId) ?? [];
  if (app === undefined || (guestSpaceId !== "" && guest === undefined)) return undefined;
  return { appId: app, ...(guest !== undefined && { guestSpaceId: guest }) };
}

function keyOf({ appId, guestSpaceId = "" }: AppRef): string {
  return `${guestSpaceId}/${appId}`;
}
