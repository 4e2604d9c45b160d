import type { ErrorFacts } from "../../../../../domain/errors";
import { bytes, capital, compared, systemsReason, what } from "../../names/en";
import type { Sentences } from "../messages";

/** Where nothing better is known to say. */
function unforeseen({ refusal, reason }: ErrorFacts): string {
  return refusal ? "" : systemsReason(reason);
}

/** What could not be saved; what to do about it depends on the place. */
export function notSaved(facts: ErrorFacts): string {
  return `${capital(what(facts, "the zip file"))} could not be saved${unforeseen(facts)}.`;
}

/** Of the places where files lie, and of the browser. */
export const ofPlaces = {
  ENTRY_TOO_LARGE: (facts) =>
    `${capital(what(facts, "a file"))} is too large for a zip and is not in the backup${compared(
      [
        ["size", facts.actual],
        ["limit", facts.expected],
      ],
      bytes,
    )}. Save it in another way.`,
  NO_SPACE: (facts) =>
    `There is not enough free space to save the backup${compared(
      [
        ["needed", facts.expected],
        ["free", facts.actual],
      ],
      bytes,
    )}. Delete files that you do not need and run the backup again.`,
  ARCHIVE_DAMAGED: (facts) =>
    `When the finished zip was read back, ${what(facts, "a part of it")} was not correct. Do not use this zip; run the backup again.`,
  WORKSPACE_FAILED: ({ reason }) =>
    `The working files of the backup could not be written to this browser's storage, or not be read from it${systemsReason(reason)}. The site data may have been deleted meanwhile, or the disk may have a problem. Check that and run the backup again.`,
  DELIVERY_FAILED: (facts) =>
    `${notSaved(facts)} Check the download settings of your browser and run the backup again.`,
  BROWSER_TOO_OLD: ({ reason }) =>
    `This browser lacks what a backup needs${reason ? ` (${reason})` : ""}, so none was begun. Run it in a current Chrome, Edge or Firefox.`,
  NO_PRIVATE_STORAGE: ({ reason }) =>
    `This browser keeps no working files, so no backup was begun${systemsReason(reason)}. If this is a private or incognito window, use an ordinary one. If it is not, let this site keep data, in the settings of the browser.`,
  RUN_SILENT: ({ resumable }) =>
    `The backup stopped responding in this browser and was ended. ${
      resumable
        ? "Close this dialog: the record list then offers to continue, and what was read is not read again."
        : "Run it again."
    } If it happens again, restart the browser or use another one.`,
} satisfies Partial<Sentences>;
