import type { AppRecord } from "../../domain/record-store";
import { type ToldTarget, toldTarget } from "../../history/overview/told-target";
import type { BackupStatusSettings } from "../../settings/backup-status";

/** What is known of the app's target. `hidden` means that the user may not look into the backup-management app. */
export type KnownTarget = { kind: "found"; target: ToldTarget } | { kind: "none" } | { kind: "hidden" };

/** A list that is paged and sorted asks once; what is shown may be so much older than the truth. */
const FRESH_MILLISECONDS = 5 * 60_000;

/** What kintone answers to somebody without the right to view (`src/kintone/connection/errors.ts`). */
const REFUSALS: ReadonlySet<unknown> = new Set(["CB_NO02", "GAIA_NO01"]);

/** The target of the app that is shown, with the rights of who is logged in. One request in five minutes at most. */
export async function knownTarget(settings: BackupStatusSettings): Promise<KnownTarget> {
  const app = kintone.app.getId();
  // Another user of the same browser may see another thing.
  const key = `kbm-backup-status/${settings.backupApp}/${app}/${kintone.getLoginUser().code}`;
  const kept = readKept(key);
  if (kept) return kept;
  const known = await ask(settings, app);
  keep(key, known);
  return known;
}

async function ask({ backupApp, backupGuestSpace }: BackupStatusSettings, app: unknown): Promise<KnownTarget> {
  const path = backupGuestSpace === undefined ? "/k/v1" : `/k/guest/${backupGuestSpace}/v1`;
  // Whatever type somebody gave its record.
  const query = `target_app_id = "${String(app)}" limit 1`;
  try {
    // Without the guest space of this page: the backup-management app need not be in it.
    const url = kintone.api.url(`${path}/records.json`, false);
    const { records } = (await kintone.api(url, "GET", { app: backupApp, query })) as { records: AppRecord[] };
    const target = records[0] && toldTarget(records[0]);
    return target ? { kind: "found", target } : { kind: "none" };
  } catch (thrown) {
    if (REFUSALS.has((thrown as { code?: unknown } | undefined)?.code)) return { kind: "hidden" };
    throw thrown;
  }
}

/** A browser may keep no data of pages at all: then every list asks. */
function readKept(key: string): KnownTarget | undefined {
  try {
    const { at, known } = JSON.parse(sessionStorage.getItem(key) ?? "") as { at: number; known: KnownTarget };
    const age = Date.now() - at;
    return age >= 0 && age < FRESH_MILLISECONDS ? known : undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, known: KnownTarget): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), known }));
  } catch {
    // The next list asks again.
  }
}
