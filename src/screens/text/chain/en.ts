import { quantitiesIn } from "../quantities";
import type { ChainMessages } from "./messages";

const { number } = quantitiesIn("en");
const runs = (count: number) => `${number(count)} ${count === 1 ? "run" : "runs"}`;

const LOOK_AT_CHANGES = "See in the record's change history who changed it and when.";
const LOOK_AT_CREATION = "See who created the record and when.";

export const chainTexts: ChainMessages = {
  title: "Check of the history",
  reading: "Reading the records of runs",
  read: (count) => `${runs(count)} read`,
  failed: "The history could not be checked",
  answer: {
    sound: () => "The history is intact. No run was found that had been changed, deleted or added.",
    broken: ({ breaks }) =>
      `Runs that do not fit the history: ${number(breaks)}. Records may have been changed, deleted or added. Look at the first one first.`,
    nothing: () => "There is no run to check. No run has a digest yet, or you may not see it.",
    hidden: ({ hidden }) =>
      `The check is not possible, because you may not view these fields or the app lacks them: ${hidden.join(", ")}. Check as a user who may view all fields.`,
  },
  holds: (count) => `Intact (${runs(count)})`,
  run: (startedAt, runId) => `${startedAt ?? "Unknown time"} (run ID ${runId})`,
  restore: (startedAt, restoreId) => `Restore, ${startedAt ?? "unknown time"} (restore ID ${restoreId})`,
  drill: (startedAt, drillId) => `Drill, ${startedAt ?? "unknown time"} (drill ID ${drillId})`,
  disposal: (startedAt, disposalId) => `Generation, ${startedAt ?? "unknown time"} (ID ${disposalId})`,
  earlier: (count) => `From before digests were kept: ${runs(count)}. The check proves nothing about them.`,
  unfinished: (count) => `Not ended yet: ${runs(count)}. They are not checked.`,
  breaks: (count) => `Runs that do not fit (${number(count)})`,
  first: "First: ",
  more: (count) => `and ${number(count)} more`,
  misfit: {
    changed: `Its contents or its digest were changed after it had been recorded. ${LOOK_AT_CHANGES}`,
    missing:
      "The run before it is not there: it was deleted, or rewritten together with its digest, or permissions hide it from you, or this run itself was added later. Check as a user who may view all records. If the result is the same, ask the kintone administrator to look in the audit log for deleted records.",
    forked: `It follows the same run as another one does. It may be a copy that was added later. ${LOOK_AT_CREATION}`,
    inserted: `It follows no run, and no run follows it. It may have been added later. ${LOOK_AT_CREATION}`,
    unchained: `It has no digest: that was removed, or the run was added later, or the history could not be read when the run ended. ${LOOK_AT_CHANGES}`,
    moved: `It follows a run whose record was made later. The contents of records may have been exchanged. ${LOOK_AT_CHANGES}`,
  },
  lastDigest: "Last digest",
  limits:
    "The check cannot tell that the newest runs were deleted, or that all runs from one on were rewritten. Note the last digest outside kintone: it proves later on all runs up to that one. Restores, recorded comparisons, drills and records of generations are counted as runs. Runs that permissions hide look as if they had been deleted.",
};
