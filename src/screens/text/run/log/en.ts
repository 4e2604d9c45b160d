import type { OverBudget } from "../../../../domain/request-budget";
import { askedTexts } from "../../asked/en";
import { limitsBehind } from "../../asked/limits";
import { domainNames } from "../../domain-names";
import { pageTexts } from "../../page/en";
import { bytes, count, duration, moment, named, number, steps, systemsReason } from "../names/en";
import type { LogMessages } from "./messages";

const overBudgetTexts: Record<OverBudget, string> = {
  stop: "Comments are read as far as these go. Whatever else is more than these is read after 9:00, Japan time.",
  pause: "When these are used up, the rest is read after 9:00, Japan time.",
  "without-comments": "No comments are read. Whatever else is more than these is read after 9:00, Japan time.",
  "go-on": "As was chosen, the backup goes on beyond that.",
};

/** A folder without a name of its own is the only one, or nearly so. */
const savedAt = (name: string, place: string) =>
  place === "folder" ? `${name} was saved in the destination folder.` : `${name} was saved in “${place}”.`;

export const log: LogMessages = {
  "run-started": ({ runId, operator, targets }) =>
    `The backup started. Run ID: ${runId}, operator: ${operator || "(API tokens)"}, targets: ${number(targets)}`,
  "run-resumed": ({ targets, settled, requests }) =>
    `A backup that had stopped in the middle goes on. Of ${count(targets, "target")}, ${number(settled)} had been read. API requests so far: ${number(requests)}`,
  "target-started": ({ target, expectedRecords }) =>
    `Reading of ${named(target)} started.${expectedRecords === undefined ? "" : ` Records: ${number(expectedRecords)}`}`,
  "lost-targets-unknown": () =>
    "The run before could not be read, so it is not known whether a target of it is there no more, or an app new by a rule.",
  "rule-worked-out": ({ rule, apps }) =>
    `The rule "${askedTexts.rule(rule)}" stands for ${count(apps, "app")} in this run.`,
  "used-requests-unknown": () =>
    "What earlier backups of today used of the API requests could not be read. They count for nothing.",
  "many-requests": ({ target, requests, left, budget: { perAppAndDay, overBudget } }) =>
    `Backing up ${named(target)} takes at least ${count(requests, "API request")}. Of the ${number(perAppAndDay)} that backups may make of an app in a day, ${number(left)} are left. ${overBudgetTexts[overBudget]}`,
  waited: () => "The waiting is over.",
  "held-back": ({ target, until, perAppAndDay }) =>
    `The ${number(perAppAndDay)} API requests that backups may make of ${named(target)} in a day are used up. The rest is read after ${moment(until)}.`,
  "budget-exceeded": ({ target, requests, perAppAndDay }) =>
    `Backups made ${count(requests, "API request")} of ${named(target)} today, more than the ${number(perAppAndDay)} that they may make in a day. Where an app receives more than its course allows, Cybozu may send the administrator an e-mail.`,
  "target-read-again": ({ target, because }) =>
    because === "form-changed"
      ? `The form of ${named(target)} was changed during the backup. The app is read again from the beginning.`
      : `Somebody logged in to kintone in this browser during the backup. ${named(target)} is read again from the beginning, so that nothing is kept that was read with another's rights.`,
  "smaller-pages": ({ target, from, to, because }) =>
    because === "odd-answer"
      ? `An answer of kintone with up to ${count(from, "record")} of ${named(target)} could not be used (BAD_RESPONSE). From here on they are read ${number(to)} at a time, to find out which record it is due to.`
      : `${count(from, "record")} of ${named(target)} at a time were too much. From here on they are read ${number(to)} at a time.`,
  "records-taken-over": ({ target, records, added, changed, deleted }) =>
    `${named(target)}: ${number(records)} records were taken from the previous backup. Since then: ${number(added)} added, ${number(changed)} changed, ${number(deleted)} deleted`,
  "records-repaired": ({ target, added, changed, deleted }) =>
    `Records of ${named(target)} changed while they were read, and were read again. Added: ${number(added)}, changed: ${number(changed)}, deleted: ${number(deleted)}`,
  "records-still-changing": ({ target, changed }) =>
    `Records of ${named(target)} kept changing. ${count(changed, "record")} changed once more after having been read again.`,
  "domain-read": ({ lists }) =>
    `Beside the apps: ${lists.map(({ list, written }) => `${domainNames.en[list]}: ${number(written)}`).join(", ") || "nothing could be read"}`,
  "target-finished": ({ result }) =>
    `${named(result.target)}: ${pageTexts.status[result.status]}. Records: ${number(result.records)}, attachments: ${number(result.attachments)}, ${bytes(result.bytes)}, ${duration(result.seconds)}, API requests: ${number(result.requests)}${limitsBehind(result.asked, askedTexts)}`,
  problem: ({ target, problem }, sentence) =>
    `${target ? `${named(target)}: ` : ""}${steps[problem.step]}: ${sentence}`,
  "volume-packed": ({ volume }) => `${volume.name} was written. ${bytes(volume.size)}, SHA-256: ${volume.sha256}`,
  "volume-verified": ({ volume, entries }) =>
    `${volume.name} was read back and verified. ${count(entries, "entry", "entries")}`,
  "volume-encrypted": ({ volume }) =>
    `${volume.name} was made by encrypting the zip, and decrypted again to verify it. ${bytes(volume.size)}, SHA-256: ${volume.sha256}`,
  "volume-delivered": ({ volume, destination, place }) =>
    destination === "download"
      ? `${volume.name} is ready to be downloaded. Whether it was saved is not known yet.`
      : savedAt(volume.name, place),
  "volume-not-on-disk": ({ volume, reason }) =>
    `The destination folder cannot say that ${volume.name} is on its disk${systemsReason(reason)}. It is read back after this, but may be lost when the power of the destination fails shortly afterwards.`,
  "volume-saved": ({ volume, place, proof }) =>
    proof === "server-digest"
      ? `A digest of the server of “${place}” says that ${volume.name} is there as it was made. SHA-256: ${volume.sha256}`
      : `${volume.name} was read back from its destination and is what was made. SHA-256: ${volume.sha256}`,
  "run-finished": ({ status, requests }) =>
    `The backup ended. Result: ${pageTexts.status[status]}, API requests: ${number(requests)}`,
};
