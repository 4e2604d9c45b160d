import type { OpenArchive, ArchivedTarget } from "../../archive/reading/open-archive";
import { BackupError } from "../../domain/errors";
import { plainError } from "../../domain/plain-error";
import { BY_ID } from "../../restore/compare/matching";
import { verdictOf } from "../../restore/compare/verdict";
import { attachmentFields } from "../../restore/plan/chosen-forms";
import { NOTHING_DECIDED, type RestoreChoices } from "../../restore/plan/restore-choices";
import { whyNotExact } from "../../restore/plan/why-not-exact";
import type { ComparedApp, ComparisonWish, OtherApp } from "../../screens/restore/restore-desk";
import type { PreflightMessages } from "../../screens/text/restore/preflight/language";
import type { RestoreAccess } from "../wiring/restoring";
import type { ComparedAtHand } from "./at-hand";
import { compareByChoices, type Target } from "./comparing";
import { everythingBy } from "./decided-plan";

/** What a first comparison goes by: everything that could be done. */
const EVERYTHING: RestoreChoices = { ...NOTHING_DECIDED, addMissing: true, putBack: true };

/** An app of an archive, and how it is to be compared. */
interface ComparisonOrder extends Pick<ComparisonWish, "into" | "bytes" | "decided"> {
  archive: OpenArchive;
  archived: ArchivedTarget;
}

/** Compares an app with the archive: what the screen shows of that, and what is kept of it where it came to an end. */
export async function comparedApp(
  { archive, archived, into, bytes, decided }: ComparisonOrder,
  messages: PreflightMessages,
  access: RestoreAccess,
  report: (progress: { done: number; total: number }) => void,
): Promise<{ told: ComparedApp; atHand?: ComparedAtHand }> {
  const target = targetOf(archived, into);
  const choices = { ...(decided ? everythingBy(decided) : EVERYTHING), ...(bytes && { bytes }) };
  const found = await compareByChoices(archived, target, choices, messages, access, report);
  if (found instanceof BackupError) return { told: { verdict: "unable", error: plainError(found) } };
  if ("reason" in found) return { told: { verdict: "unable", obstacle: found } };
  const { comparison, forms } = found;
  const { appId, appName } = archived.facts;
  const notExact = whyNotExact(archived.facts, target.matching);
  return {
    atHand: { ...found, archive, archived, target },
    told: {
      verdict: verdictOf([{ app: { appId, appName }, found: { comparison, examples: NO_EXAMPLES } }]),
      ...{ comparison, attachmentFields: attachmentFields(forms) },
      ...(notExact && { notExact }),
      ...(bytes && { bytes }),
    },
  };
}

/** The app that the archive was made of, unless somebody named another one. */
function targetOf({ facts: { appId, guestSpaceId } }: ArchivedTarget, into: OtherApp | undefined): Target {
  if (!into) return { app: { appId, ...(guestSpaceId && { guestSpaceId }) }, matching: BY_ID };
  const { app, key } = into;
  return { app, matching: key === undefined ? { by: "nothing" } : { by: "key", field: key } };
}

const NO_EXAMPLES = { missing: [], differs: [], explained: [], newer: [], surplus: [], unread: [] };
