import { createMeter } from "../../archive/bytes/digest";
import { canonicalJson } from "../../archive/canonical-json";
import { hiddenRecordsGap } from "../../domain/accepted-gap";
import { BackupError, type ErrorFacts, endsTheRun, toBackupError } from "../../domain/errors";
import { showEveryRecord } from "../../domain/settings/record-permissions";
import type { Viewer } from "../../domain/viewer";
import type { AskSetting } from "../app-settings/questions";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";

/** Why records may be hidden from the run's user. */
type Hidden = NonNullable<ErrorFacts["hidden"]>;

/** The record permissions of an app at one moment, as they are for the run's user. */
type Look = { rules: string; showsAll: boolean } | { refused: BackupError; rules?: undefined };

/**
 * kintone says nothing of records that the user may not view, not even in its counts. Only the permissions of the records tell
 * whether there can be any, and only app administrators may read those.
 */
export async function lookForHiddenRecords(
  ask: AskSetting,
  { source }: Pick<RunContext, "source">,
): Promise<Look | undefined> {
  const viewer = await source.viewer();
  return viewer && look(viewer, () => ask("record/acl"));
}

async function look(viewer: Viewer, ask: () => Promise<unknown>): Promise<Look> {
  try {
    const answer = await ask();
    return { rules: await fingerprint(rightsOf(answer)), showsAll: showEveryRecord(answer, viewer) };
  } catch (thrown) {
    const refused = toBackupError(thrown);
    if (endsTheRun(refused)) throw refused;
    return { refused };
  }
}

/** So much of a digest that no other rules of the app have the same. */
const FINGERPRINT_LENGTH = 16;

async function fingerprint(rights: unknown): Promise<string> {
  const meter = createMeter();
  meter.add(new TextEncoder().encode(canonicalJson(rights)));
  return (await meter.finish()).sha256.slice(0, FINGERPRINT_LENGTH);
}

/** Without the revision, which any other setting raises too. */
const rightsOf = (answer: unknown) => (answer as { rights?: unknown } | null)?.rights ?? null;

/**
 * Books the gap when it cannot be shown that the user saw every record. Permissions change while a run reads: they are looked at once more.
 *
 * @param before what was found before the first record was read
 */
export async function tellHiddenRecords(
  before: Look | undefined,
  ledger: TargetLedger,
  { source }: Pick<RunContext, "source">,
): Promise<void> {
  const viewer = before && (await source.viewer());
  if (!viewer) return;
  const isClear = "showsAll" in before && before.showsAll;
  const now = isClear ? await look(viewer, () => source.readSetting(ledger.target, "record/acl")) : before;
  const hidden = reasonIn(before, now);
  if (!hidden) return;
  const text = TEXTS[hidden];
  const { rules } = now;
  const answer = "refused" in now ? now.refused.answer : undefined;
  ledger.problem(
    "records",
    new BackupError("RECORDS_MAY_BE_HIDDEN", text, {
      facts: { hidden, ...(rules !== undefined && { rules }) },
      ...(answer && { answer }),
    }),
  );
  const lasting = hidden === "changed" ? undefined : hiddenRecordsGap(hidden, rules);
  ledger.missing({ code: "NOT_READABLE", what: "hidden-records", text }, lasting);
}

function reasonIn(before: Look, now: Look): Hidden | undefined {
  if ("refused" in before || "refused" in now) return "unknown";
  if (!now.showsAll) return "rules";
  return before.rules === now.rules ? undefined : "changed";
}

const TEXTS: Readonly<Record<Hidden, string>> = {
  rules: "May be incomplete: the app has record permissions that may hide records from the user who ran the backup.",
  unknown: "May be incomplete: the user who ran the backup may not see whether record permissions hide records.",
  changed: "May be incomplete: the app's record permissions were changed while its records were read.",
};
