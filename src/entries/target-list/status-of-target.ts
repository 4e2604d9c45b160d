import type { AppRecord } from "../../domain/record-store";
import { ruleOver } from "../../domain/rule";
import { type ToldBackups, toldBackups, toldTarget } from "../../history/overview/told-target";
import { boundedRuleIn, isEnabled } from "../../history/targets/target-record";
import type { BackupStatusSettings } from "../../settings/backup-status";

/**
 * What is known of the app's backups: of its own target's, or, `byRule`, of those of a rule that stands for it among others. `hidden` means that the
 * user may not look into the backup-management app.
 */
export type KnownTarget = { kind: "found"; target: ToldBackups; byRule: boolean } | { kind: "none" | "hidden" };

/** A list that is paged and sorted asks once; what is shown may be so much older than the truth. */
const FRESH_MILLISECONDS = 5 * 60_000;

/** What kintone answers to somebody without the right to view (`src/kintone/connection/errors.ts`). */
const REFUSALS: ReadonlySet<unknown> = new Set(["CB_NO02", "GAIA_NO01"]);

/** The target of the app that is shown, with the rights of who is logged in. Two requests in five minutes at most, three where the backup-management app knows no rules. */
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

async function ask(settings: BackupStatusSettings, app: unknown): Promise<KnownTarget> {
  try {
    const records = await ownTargetAndRules(settings, app);
    const own = records.find((record) => toldTarget(record));
    // A target that names the app decides, also when it is switched off.
    if (own) return { kind: "found", target: toldBackups(own), byRule: false };
    const rule = await ruleOfApp(records.filter(isEnabled), app);
    return rule ? { kind: "found", target: toldBackups(rule), byRule: true } : { kind: "none" };
  } catch (thrown) {
    if (REFUSALS.has(codeOf(thrown))) return { kind: "hidden" };
    throw thrown;
  }
}

/** Records of the backup-management app, whatever type somebody gave them. */
async function ownTargetAndRules(
  { backupApp, backupGuestSpace }: BackupStatusSettings,
  app: unknown,
): Promise<AppRecord[]> {
  const path = backupGuestSpace === undefined ? "/k/v1" : `/k/guest/${backupGuestSpace}/v1`;
  // Without the guest space of this page: the backup-management app need not be in it.
  const url = kintone.api.url(`${path}/records.json`, false);
  const find = async (query: string) =>
    ((await kintone.api(url, "GET", { app: backupApp, query })) as { records: AppRecord[] }).records;
  const own = `target_app_id = "${String(app)}"`;
  try {
    return await find(`${own} or target_scope in ("space", "guest_space", "all_apps") order by $id asc limit 500`);
  } catch (thrown) {
    // It was not prepared since there are rules: there can be none.
    if (codeOf(thrown) !== "GAIA_IQ11") throw thrown;
    return find(`${own} limit 1`);
  }
}

/** The record of the rule that decides about the app and does not leave it out. In which space it is, kintone tells everybody who may view it. */
async function ruleOfApp(records: readonly AppRecord[], app: unknown): Promise<AppRecord | undefined> {
  const rules = records.flatMap((record) => {
    const bounded = boundedRuleIn(record);
    return bounded ? [{ ...bounded, record }] : [];
  });
  if (rules.length === 0) return undefined;
  const url = kintone.api.url("/k/v1/app.json", true);
  const { spaceId } = (await kintone.api(url, "GET", { id: app })) as { spaceId: string | null };
  const [, guestSpaceId] = /\/k\/guest\/([1-9]\d*)\//.exec(url) ?? [];
  const rule = ruleOver(rules, {
    ...(guestSpaceId !== undefined && { guestSpaceId }),
    ...(spaceId !== null && { spaceId }),
  });
  return rule?.exceptions.includes(String(app)) ? undefined : rule?.record;
}

const codeOf = (thrown: unknown) => (thrown as { code?: unknown } | undefined)?.code;

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
