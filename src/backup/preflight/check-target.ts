import { BackupError, toBackupError } from "../../domain/errors";
import { appOf, hasRecordPermissions } from "../../domain/settings/known-settings";
import { formOf } from "../../domain/settings/form";
import type { SettingName, Source } from "../../domain/source";
import { PARTS, type Target } from "../../domain/target";
import { checkRecords } from "./check-records";
import { gravestFirst, type TargetCheck, type TargetFinding } from "./finding";

/** In the order of the screens. */

/**
 * Asks for a little of everything that a run would ask for, as the same user, and keeps nothing of it. What it costs: one
 * request for each setting, and up to five for the records. Resolves whatever is refused: a refusal is what it looks for.
 */
export async function checkTarget(source: Source, target: Target): Promise<TargetCheck> {
  const { appName, recordId: record } = target;
  if (!target.appId) {
    const error = new BackupError("TARGET_INCOMPLETE", "The target names no app", { facts: { record } });
    return { target, appName, findings: [{ kind: "blocked", error }] };
  }
  try {
    const [app, fields] = await Promise.all([
      source.readSetting(target, "app"),
      source.readSetting(target, "app/form/fields"),
    ]);
    const { name, spaceId } = appOf(app);
    const found = await Promise.all([
      checkSettings(source, target, spaceId),
      target.include.records ? checkRecords(source, target, formOf(fields)) : [],
      checkRecordPermissions(source, target),
      partsLeftOut(target),
    ]);
    return { target, appName: name ?? appName, findings: gravestFirst(found.flat()) };
  } catch (thrown) {
    return { target, appName, findings: [{ kind: "blocked", error: toBackupError(thrown) }] };
  }
}

/** Every setting that a run would read, in one language: the others have the same permissions. */
async function checkSettings(source: Source, target: Target, spaceId: string | null): Promise<TargetFinding[]> {
  if (!target.include.settings) return [];
  const refused: SettingName[] = [];
  const failed: Array<{ name: SettingName; error: BackupError }> = [];
  const wanted = source.settings.filter(({ of }) => of === "app" || spaceId !== null);
  await Promise.all(
    wanted.map(async ({ name, of }) => {
      try {
        await source.readSetting(target, name, of === "space" && spaceId !== null ? { spaceId } : {});
      } catch (thrown) {
        const error = toBackupError(thrown);
        if (error.code === "NO_PERMISSION") refused.push(name);
        else failed.push({ name, error });
      }
    }),
  );
  const inOrder = (names: readonly SettingName[]) =>
    wanted.map(({ name }) => name).filter((name) => names.includes(name));
  return [
    ...(refused.length > 0 ? [{ kind: "settings-refused", settings: inOrder(refused) } as const] : []),
    ...byReason(failed).map(({ error, names }) => {
      const settings = inOrder(names);
      return { kind: "settings-failed", settings, error: error.with({ settings }) } as const;
    }),
  ];
}

/** Those that failed for the same reason are one thing to mend. */
function byReason(failed: ReadonlyArray<{ name: SettingName; error: BackupError }>) {
  const reasons = new Map<string, { error: BackupError; names: SettingName[] }>();
  for (const { name, error } of failed) {
    const reason = `${error.code} ${error.answer?.code ?? ""}`;
    const known = reasons.get(reason) ?? { error, names: [] };
    reasons.set(reason, { ...known, names: [...known.names, name] });
  }
  return [...reasons.values()];
}

/** kintone does not tell of records that the user may not view; whether there are permissions that could hide some, it does. */
async function checkRecordPermissions(source: Source, target: Target): Promise<TargetFinding[]> {
  if (!target.include.records) return [];
  const answer = await source.readSetting(target, "record/acl").catch(() => undefined);
  if (answer === undefined) return [{ kind: "record-permissions-unknown" }];
  return hasRecordPermissions(answer) ? [{ kind: "record-permissions" }] : [];
}

function partsLeftOut({ include }: Target): TargetFinding[] {
  const parts = PARTS.filter((part) => !include[part]);
  return parts.length > 0 ? [{ kind: "parts-left-out", parts }] : [];
}
