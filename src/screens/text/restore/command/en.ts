import { quantitiesIn } from "../../quantities";
import type { ComparisonCommandTexts } from "./messages";

const { number, moment } = quantitiesIn("en");

const named = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
const time = (at: string) => moment(at) ?? at;
const run = ({ runId, startedAt }: { runId: string; startedAt: string }) => `${runId} of ${time(startedAt)}`;

export const comparisonCommandTexts: ComparisonCommandTexts = {
  sentence: {
    DELIVERY_FAILED: ({ path = "", refusal, reason }) =>
      refusal === "taken"
        ? `There is a file "${path}" already, which was left as it is. Nothing was compared; give another name.`
        : `The differences could not be written to "${path}"${reason ? ` (reason: ${reason})` : ""}. Check the folder and its disk, and compare again.`,
    NO_SPACE: ({ path = "" }) => `There is no room for "${path}". Make room and compare again, or give another place.`,
  },
  archive: (named_) => `Archive: run ${run(named_)}`,
  aside: {
    newer: (other) =>
      `There is a newer run, ${run(other)}, of which not all zip files are here. It was not compared; put its other zip files there for that.`,
    strange: (names) => `Set aside, as they are no zip files of a backup, or damaged: ${named(names)}`,
  },
  refused: {
    notSound: "This is not a sound archive. Nothing was compared, and nothing was changed.",
    noRun: (runId, known) =>
      `There is no zip file of run ${runId}. ${known.length > 0 ? `There are zip files of: ${known.map(run).join(", ")}` : "There are none of any run."}`,
    noApp: (appId, known) => `App ${appId} is not in the archive, which has: ${known.join(", ")}`,
  },
  kind: {
    missing: (records) =>
      `Missing in the app (${number(records)}): they were deleted since. Putting them back would give them new record numbers.`,
    differs: (records) =>
      `Different (${number(records)}): they were changed since. In brackets: who changed them last.`,
    explained: (records) =>
      `Different only in what nobody can put back (${number(records)}): kintone works it out, copies it from another app, or keeps it for itself.`,
    newer: (records) => `Newer than the archive (${number(records)}): the archive says nothing about them.`,
    surplus: (records) =>
      `Not in the archive (${number(records)}): they were added before its last record, and are not in it. The backup did not ask for them, or could not read them.`,
    unread: (records) => `Not compared (${number(records)}):`,
  },
  everything: "--differences <path> writes all of them into a file.",
};
