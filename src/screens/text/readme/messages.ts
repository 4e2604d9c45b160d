import type { DomainFacts } from "../../../archive/manifest/manifest";
import type { Gap, MissingPart } from "../../../domain/gap";
import type { SettingName } from "../../../domain/source";
import type { Quantities } from "../quantities";

type MissingCode = Gap["code"];
type DomainList = DomainFacts["lists"][number]["list"];

/** Every text of `README.txt` in one language. Paragraphs are lines of at most about 100 columns. */
export interface ReadmeMessages {
  quantities: Quantities;
  /** What this is. */
  title: string;
  introduction: readonly string[];
  started: (moment: string) => string;
  runId: (id: string) => string;
  operator: (name: string) => string;
  /** Who a run with API tokens belongs to. */
  nobody: string;
  /** `佐藤 昇（sato）`. */
  nameAndCode: (name: string, code: string) => string;

  /** How to get at the data without this program. */
  useTitle: string;
  /** First of all, when the archive has several volumes. */
  unzipAll: readonly string[];
  /** In exactly three lines: the table, the files, everything as JSON. */
  use: readonly [csv: string, attachments: string, json: string];
  /** Behind them, when an app has several files of them. */
  furtherFiles: string;
  importTitle: string;
  /** Before the command that sends all columns: who can run it. */
  importAll: readonly string[];
  /** Before the command that names columns: who needs it, and by which errors that is known. */
  importSome: readonly string[];
  /** Which columns to name, and what the records then lack. */
  importFields: readonly string[];
  /** When an app has several files. */
  importFurtherFiles: string;
  importNotes: readonly string[];

  appsTitle: string;
  column: Record<"folder" | "records" | "attachments" | "comments" | "name", string>;
  /** What is here, of how many there should be. */
  writtenOf: (written: string, expected: string) => string;
  appsNote: string;

  /** Of the folder of what belongs to no app; `list` as in `domainNames`, and its lines. */
  domainTitle: string;
  domainList: (path: string, name: string, count: string) => string;

  missingTitle: string;
  /** For every app. */
  inCommon: string;
  /** For single apps. */
  inParticular: string;
  /** For what belongs to no app. */
  ofDomain: string;
  nothingInParticular: string;
  /** Two counts that do not agree. */
  /** `oldest`: when they were read, at the earliest. */
  earlierComments: (records: string, oldest: string) => string;
  recordsDiffer: (written: string, expected: string) => string;
  attachmentsDiffer: (written: string, expected: string) => string;
  /** The condition that records had to meet. */
  otherRecords: (query: string) => string;
  /** What a gap is about, as the beginning of a line that goes on with the reason. */
  part: Record<MissingPart, string>;
  /** Why something is not there. */
  reason: Record<MissingCode, string>;
  /** Where more can be said than that. */
  ownReason: Partial<Record<MissingPart, Partial<Record<MissingCode, string>>>>;
  setting: Record<SettingName, string>;
  list: Readonly<Record<DomainList, string>>;
  space: (id: string) => string;
  record: (id: string) => string;
  field: (code: string) => string;
  /** A path, and what people call what would be there. */
  pathOf: (path: string, name: string) => string;
  /** Between the parts of a place: record, field, path. */
  separator: string;
  /** A place, and what the program said when it failed. */
  because: (place: string, text: string) => string;
  more: (count: string) => string;
}
