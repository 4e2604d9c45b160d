import { quantitiesIn } from "../../quantities";
import type { RestoreCommandTexts } from "./messages";

const { number, moment } = quantitiesIn("en");

const time = (at: string) => moment(at) ?? at;
const records = (count: number) => `${number(count)} ${count === 1 ? "record" : "records"}`;
const restore = ({ restoreId, startedAt, app: name }: { restoreId: string; startedAt: string; app: string }) =>
  `restore ${restoreId} of "${name}" (${time(startedAt)})`;

export const restoreCommandTexts: RestoreCommandTexts = {
  sentence: {
    DELIVERY_FAILED: ({ path = "", refusal, reason }) =>
      refusal === "taken"
        ? `There is a file "${path}" already, which was left as it is. Nothing was changed; give another name.`
        : `"${path}" could not be written${reason ? ` (reason: ${reason})` : ""}. Check the folder and its disk.`,
  },
  nothingToDo: "Nothing differs in what was chosen. Nothing was changed.",
  checking: "Looking for what could stand in the way",
  safety: (runId) => `The app as it was before is in the archive of run ${runId}.`,
  noSafety: "No backup was made before the restore: there is no way back.",
  undo: (command) => `To undo the restore: ${command}`,
  report: (path) => `What became of every record: ${path}`,
  remembered: (recordId) => `In the history: record ${recordId}`,
  unrecorded:
    "The history could not be told how the restore ended. Run the same command with --resume when kintone can be reached: nothing is written twice.",
  unreported: "The report is not complete, as it could not be written to its end.",
  choice: {
    heading: "What can be put back:",
    add: (count) => `--add-missing adds ${records(count)}`,
    putBack: (count) => `--put-back gives ${records(count)} the values of the archive`,
    exact: (surplus, newer) =>
      `--exact does both and deletes ${records(surplus)}; with --and-newer also ${number(newer)} that were added since the backup`,
    notExact: "--exact cannot be used:",
    how: "Nothing was changed. Run the command again with one of these and --reason.",
    dryRun: "Nothing was changed, as this was a dry run.",
  },
  notExact: {
    condition: ({ query }) =>
      `The archive has only records that meet a condition (${query}); of others it says nothing.`,
    incomplete: ({ missing }) =>
      `${records(missing)} could not be read at backup, so deleting by this archive is not allowed.`,
    "another-app": () => "Records of another app are never deleted.",
  },
  refused: {
    whichApp: (apps) => `The archive has several apps. Choose one with --app: ${apps.join(", ")}`,
    inTheWay: "Nothing was changed, as this stands in the way:",
    byPlan: "in the file of --write-plan, for --plan",
    leaveMode: "without this mode",
    unfinished: (named) =>
      `There is a ${restore(named)} that was broken off. Go on with it with --resume and the same zip files, or give it up with --discard; what it had written stays, and is in the history then.`,
    underWay: (named, host) => `The ${restore(named)} is under way on ${host}. Nothing was changed.`,
    noneUnfinished: "There is no restore that was broken off. Nothing was changed.",
    otherArchive: (named, archive) =>
      `The ${restore(named)} that was broken off is of another archive: of run ${archive.runId} of ${time(archive.startedAt)}. Finish it with that one, or give it up with --discard. Nothing was changed.`,
  },
  discarded: (named) => `The ${restore(named)} is given up. What it had written stays, and is in the history.`,
};
