import {
  type SuspectedIdentifier,
  suspectedIdentifiers,
} from "../../../backup/left-out/identifiers/suspected-identifiers";
import { newestRecords } from "../../../backup/records/newest-records";
import { BackupError } from "../../../domain/errors";
import { lackingApp } from "../../../domain/lacking-app";
import { formOf } from "../../../domain/settings/form";
import { appOf, generalOf } from "../../../domain/settings/known-settings";
import type { Source } from "../../../domain/source";
import type { Target } from "../../../domain/target";

/** What the admin must know of a target to decide on it. */
export interface TargetDetails {
  /** What the app is called now. */
  appName: string;
  /** How many records a run would read now. */
  records: number;
  /** False when the app has its comments switched off; true also when the user may not know. */
  commentsEnabled: boolean;
  form: ReturnType<typeof formOf>;
  /** The same that a run finds. */
  suspects: readonly SuspectedIdentifier[];
  /** How many records were looked at for them. */
  sample: number;
  /** What was missing in the last run and will be the next time, by its lasting names (`domain/accepted-gap.ts`). */
  lastingGaps: readonly string[];
}

/** Reads it, in five requests. Rejects with a `BackupError`. */
export async function readTargetDetails(source: Source, target: Target): Promise<Omit<TargetDetails, "lastingGaps">> {
  const lacking = lackingApp(target);
  if (lacking) throw lacking;
  const [app, general, fields, records, sample] = await Promise.all([
    source.readSetting(target, "app"),
    source.readSetting(target, "app/settings").catch(unlessForbidden),
    source.readSetting(target, "app/form/fields"),
    source.countRecords(target, { query: target.query }),
    newestRecords(source, target, target.query),
  ]);
  const form = formOf(fields);
  return {
    appName: appOf(app).name ?? target.appName,
    records,
    commentsEnabled: generalOf(general ?? {}).commentsEnabled,
    form,
    suspects: suspectedIdentifiers(form, sample),
    sample: sample.length,
  };
}

function unlessForbidden(error: unknown): undefined {
  if (!(error instanceof BackupError) || error.code !== "NO_PERMISSION") throw error;
}
