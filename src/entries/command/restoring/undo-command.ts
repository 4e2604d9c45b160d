import type { RestoreOutcome } from "../../../domain/restore-outcome";

/** The command that puts back what a restore changed; `undefined` where there is no backup of what was before, or nothing was changed. */
export function undoCommand(
  { app, counts, safetyBackup, restoreId }: RestoreOutcome,
  settingsFile: string,
): string | undefined {
  const { added, removed } = counts;
  if (!safetyBackup || added + removed + counts["put-back"] === 0) return undefined;
  const modes =
    added > 0
      ? `--exact --and-newer --expect-deletions ${added} --app-name ${quoted(app.name)}`
      : [removed > 0 && "--add-missing", counts["put-back"] > 0 && "--put-back"].filter(Boolean).join(" ");
  const from = `--file ${quoted(settingsFile)} --run ${safetyBackup.runId} --app ${app.appId}`;
  return `kintone-backup restore ${from} ${modes} --reason ${quoted(`undo ${restoreId}`)}`;
}

/** As a POSIX shell takes it; what needs no quotation marks has none. */
export function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
