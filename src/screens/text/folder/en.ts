import { pageTexts } from "../page/en";
import { notSaved } from "../run/problems/places/en";
import type { FolderMessages } from "./messages";

const { number, bytes, moment } = pageTexts.quantities;

const whatToDo = {
  taken: "The destination folder already has a file of this name, which was left as it is. Move it elsewhere",
  "no-folder": "The destination folder is gone, or there is a file in its place. Make the folder again",
  "not-writable":
    "Writing to the destination folder is not permitted. Check its permissions, and whether its disk is read-only,",
  unknown: "Check the destination folder, its disk, and the network connection to it",
};

export const folderEn: FolderMessages = {
  notDelivered: (facts) => `${notSaved(facts)} ${whatToDo[facts.refusal ?? "unknown"]} and run the backup again.`,
  short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
    `About ${bytes(needed)} are needed, judging by the backups up to ${moment(lastRun) ?? "now"}; the disk of the destination folder has ${bytes(free)} left.`,
    ...(unknownTargets > 0 ? [`Apps that were never backed up (${number(unknownTargets)}) need more on top.`] : []),
    "Without more room the backup will probably end unfinished. Delete files that you do not need, or choose a folder on a larger disk.",
  ],
};
