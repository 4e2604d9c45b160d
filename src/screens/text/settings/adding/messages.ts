import type { LineProblem } from "../../../settings/targets/adding/judge-lines";

type ProblemKind = LineProblem["kind"];

/** The texts of the part of the settings screen that makes targets of apps. */
export interface AddingMessages {
  /** BCP 47 */
  locale: string;
  title: string;
  /** Stands before the sentence about the problem. */
  unreadable: string;
  readAgain: string;
  /** Why the backup-management app is usually left out. */
  own: string;
  pick: PickMessages;
  csv: CsvMessages;
  rule: RuleMessages;
  news: NewsMessages;
}

interface PickMessages {
  title: string;
  reading: (apps: number) => string;
  /** What the list does not show. */
  limits: string;
  search: string;
  place: string;
  anywhere: string;
  spaceless: string;
  /** By name, where it is known. */
  space: (id: string, name?: string) => string;
  guestSpace: (id: string, name?: string) => string;
  guest: {
    label: string;
    hint: string;
    button: string;
    reading: string;
    notOne: string;
    none: string;
    found: (apps: number) => string;
  };
  found: (found: number, all: number) => string;
  none: string;
  list: string;
  appId: (appId: string) => string;
  appCode: (code: string) => string;
  present: string;
  presentDisabled: string;
  more: (apps: number) => string;
  /** Those that match, drawn or not, without those that are targets already and the app itself. */
  selectAll: (apps: number) => string;
  selected: (apps: number) => string;
  clear: string;
  add: (apps: number) => string;
}

interface RuleMessages {
  title: string;
  introduction: string;
  standsFor: string;
  space: Record<"space" | "guest_space", string>;
  noSpace: string;
  exceptions: { label: string; hint: string };
  show: string;
  reading: string;
  /** What it stands for now. */
  apps: (apps: readonly string[]) => string;
  app: (name: string, id: string) => string;
  add: string;
}

interface CsvMessages {
  title: string;
  columns: string;
  encodings: string;
  file: string;
  paste: string;
  check: string;
  checking: string;
  notText: string;
  tooLarge: string;
  empty: string;
  noAppColumn: string;
  unknownColumns: (heads: readonly string[]) => string;
  result: (good: number, bad: number) => string;
  table: string;
  head: Record<"line" | "appId" | "guestSpaceId" | "appName" | "query" | "enabled" | "verdict", string>;
  enabled: string;
  disabled: string;
  good: string;
  problem: Record<Exclude<ProblemKind, "twice" | "unreadable">, string> & { twice: (line: number) => string };
  more: (lines: number) => string;
  add: (targets: number) => string;
  present: string;
  save: (targets: number) => string;
}

interface NewsMessages {
  adding: (written: number, of: number) => string;
  added: (targets: number) => string;
  present: (targets: number) => string;
  failed: (targets: number) => string;
}
