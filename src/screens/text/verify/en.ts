import type { Finding } from "../../../archive/verify/finding";
import { quantitiesIn } from "../quantities";
import type { VerifyMessages } from "./messages";

const { number } = quantitiesIn("en");

/** '"12/records.jsonl" in "b.zip"': only what is known. */
function what({ volume, path }: Finding, otherwise = "A zip file"): string {
  const parts = [path, volume].flatMap((name) => (name === undefined ? [] : [`"${name}"`]));
  return parts.join(" in ") || otherwise;
}

function compared({ expected, actual }: Finding, unit: string): string {
  if (expected === undefined || actual === undefined) return "";
  return ` (expected: ${number(expected)} ${unit}, found: ${number(actual)} ${unit})`;
}

const counted = ({ path = "" }: Finding) => /(records|comments)\.jsonl$/.exec(path)?.[1] ?? "attachments";

const ANOTHER_COPY = "Do not use it; check a copy that was kept elsewhere.";
const ADD = "Check again with all zip files of the run.";
const TAKE_OUT = "Check again without this file.";
const ALTERED = `The archive may have been altered. ${ANOTHER_COPY}`;

/** What is wrong with what, and what to do. */
const says = (problem: string, advice: string, unit?: string) => (finding: Finding) =>
  `${what(finding)} ${problem}${unit === undefined ? "" : compared(finding, unit)}. ${advice}`;

export const verifyTexts: VerifyMessages = {
  introduction:
    "Choose all zip files that you saved from this run. They are read back and compared with this record. They are not sent anywhere.",
  noArchive: "This run has no zip files.",
  choose: "Choose zip files",
  drop: "You can also drop the files here.",
  checking: (name) => `Checking: ${name}`,
  stopped: "The check was stopped.",
  unreadable: (detail) => `The files could not be read. Choose them again. Details: ${detail}`,
  verdict: {
    foreign: "None of the chosen files belongs to this run.",
    damaged: `Something was changed or is damaged. ${ANOTHER_COPY}`,
    "doubtful-history":
      "The list of zip files in this record does not match its archive digest. The record may have been altered.",
    "files-missing": "The chosen files are as the run made them, but not all are there. Add those that are missing.",
    unfinished:
      "All files of this record are there and unchanged, but the run ended before it had finished its archive.",
    incomplete: "All zip files are there, unchanged since the run. But the run could not back up everything.",
    surplus: "All files of this record are there and unchanged, but there are others, too.",
    sound: "All files are there, unchanged since the run.",
  },
  question: {
    ofThisRun: "Files of this record?",
    complete: "All there?",
    unchanged: "SHA-256 as in the record?",
    readable: "All contents read back correctly?",
    everything: "Everything in them that was asked for?",
  },
  yes: "Yes",
  no: "No",
  files: "Zip files of the record",
  state: {
    unchanged: () => "Unchanged",
    renamed: ({ name }) => `Unchanged (called "${name}", but its contents are the same)`,
    changed: ({ name, sha256 }) => `Changed (SHA-256 of "${name}": ${sha256})`,
    missing: () => "Not among the chosen files",
  },
  surplus: "Files that are not in the record",
  ofRun: (runId) => `It belongs to run ${runId}.`,
  findings: (count) => `Problems found (${number(count)})`,
  lacking: "What is missing",
  leftOut: "What else is not in this backup (not counted as missing)",
  more: (count) => `and ${number(count)} more`,
  runId: "Run ID",
  archiveDigest: "Archive digest (SHA-256)",
  finding: {
    UNREADABLE: says("is damaged and cannot be opened, or is no zip file", ANOTHER_COPY),
    MANIFEST_MISSING: says("has no manifest.json, so its contents cannot be checked", TAKE_OUT),
    MANIFEST_INVALID: says(
      "cannot be understood, so the contents cannot be checked",
      `Check with the newest version of this program. ${ALTERED}`,
    ),
    ENTRY_MISSING: says("is missing", ANOTHER_COPY),
    ENTRY_SURPLUS: says("is a file that is not in the list (manifest.json)", ANOTHER_COPY),
    ENTRY_REFUSED: says("has an unsafe name, appears twice or is encrypted, and was not read", ANOTHER_COPY),
    ENTRY_DAMAGED: says("is damaged and cannot be unpacked", ANOTHER_COPY),
    SIZE_MISMATCH: says("has another size than listed", ANOTHER_COPY, "bytes"),
    DIGEST_MISMATCH: says("has another SHA-256 than listed", ANOTHER_COPY),
    COUNT_MISMATCH: (finding) =>
      says(`has another number of ${counted(finding)} than listed`, ALTERED, counted(finding))(finding),
    VOLUME_MISSING: (finding) =>
      `${what(finding, "A zip file with a number in between")} is missing. This archive is not complete. ${ADD}`,
    VOLUME_FOREIGN: says("belongs to another run", TAKE_OUT),
    VOLUME_TWICE: says("has the same number as another zip file", "Check again with only one of them."),
    VOLUME_SURPLUS: says("has a higher number than the last zip file", ALTERED),
    VOLUME_NAME_MISMATCH: says(
      "is not the file's true name",
      "Its contents do not suffer, but the archive digest will not be that of the history. Give it its true name and check again.",
    ),
    VOLUME_SIZE_MISMATCH: says("has another size than the last zip file lists", ANOTHER_COPY, "bytes"),
    VOLUME_DIGEST_MISMATCH: says("has another SHA-256 than the last zip file lists", ANOTHER_COPY),
    LAST_MISSING: () => `The last zip file is missing. A run that ended early made none. Otherwise: ${ADD}`,
    LAST_TWICE: says("is not the only zip file that claims to be the last one", ALTERED),
    VOLUME_LIST_WRONG: says("lists a wrong number of zip files", ALTERED, "files"),
    PATH_TWICE: says("has the name of a file in another zip file: unzipped, one overwrites the other", ALTERED),
    README_MISPLACED: says("is where no such file should be", ALTERED),
    TARGET_UNKNOWN: says("is of an app that the last zip file does not list", ALTERED),
    TARGET_MISMATCH: says("describes an app in another way than the last zip file", ALTERED),
  },
  withDetail: (sentence, detail) => `${sentence} (${detail})`,
};
