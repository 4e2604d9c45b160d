import type { ErrorFacts, Refusal } from "../../../domain/errors";
import { pageTexts } from "../page/en";
import { notSaved } from "../run/problems/places/en";
import type { FolderMessages } from "./messages";

const { number, bytes, moment } = pageTexts.quantities;

const whatToDo: Record<Refusal | "unknown", string> = {
  taken: "The destination folder already has a file of this name, which was left as it is. Move it elsewhere",
  "no-folder": "The destination folder is gone, or there is a file in its place. Make the folder again",
  "not-writable":
    "Writing to the destination folder is not permitted. Check its permissions, and whether its disk is read-only,",
  "no-program": "Install rclone on this machine so that it is found by its name",
  "old-program": "Install rclone 1.60 or later",
  "no-remote": 'Set up the remote with "rclone config", as the user who runs this command,',
  "config-locked": "The configuration of rclone is encrypted: put its password into RCLONE_CONFIG_PASS",
  denied:
    "The storage does not let this command in: sign in to it again, check what the account or the key may do there,",
  "not-reached": "The storage was not reached: check its address and the network connection",
  refused: "Check the storage",
  "no-keys":
    "Put the keys of the storage into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or into the credentials file of AWS,",
  "wrong-keys": "The storage does not know the key, or its secret is another one: correct the keys",
  "no-bucket": "There is no such bucket: check its name and the endpoint",
  "other-region": "The bucket is in another region: correct the region or the endpoint",
  clock: "The clock of this machine is wrong: set it",
  "no-lock": "The bucket has no Object Lock: make one that has it, or take objectLock out of the settings file,",
  unknown: "Check the destination folder, its disk, and the network connection to it",
};

/** What the storage or its program said: the same words are found in its manuals. */
const said = ({ said: words }: ErrorFacts) => (words ? ` It was said: “${words}”.` : "");

export const folderEn: FolderMessages = {
  notDelivered: (facts) =>
    `${notSaved(facts)}${said(facts)} ${whatToDo[facts.refusal ?? "unknown"]} and run the backup again.`,
  atPlace: (place, sentence) => `Not saved in “${place}”: ${sentence}`,
  short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
    `About ${bytes(needed)} are needed, judging by the backups up to ${moment(lastRun) ?? "now"}; the disk of the destination folder has ${bytes(free)} left.`,
    ...(unknownTargets > 0 ? [`Apps that were never backed up (${number(unknownTargets)}) need more on top.`] : []),
    "Without more room the backup will probably end unfinished. Delete files that you do not need, or choose a folder on a larger disk.",
  ],
};
