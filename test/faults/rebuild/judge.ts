import { BackupError } from "../../../src/domain/errors";
import { recordLies } from "./judged-records";
import { settingLies } from "./judged-settings";
import type { RebuildRun } from "./one-rebuild";

/** What is not as it is told; empty when it told the truth. Goes by what the official client sees, and by nothing that the program asked. */
export function liesOf(run: RebuildRun): string[] {
  return [
    ...aboutApps(run),
    ...aboutOriginals(run),
    ...aboutEnd(run),
    ...[...run.opened].map((id) => `app ${id} had records, was open to others, and had not its permissions`),
    ...[...(run.rebuilt?.apps.values() ?? [])].flatMap((app) => [...settingLies(run, app), ...recordLies(run, app)]),
  ];
}

/** Each app is there once, and known. */
function aboutApps({ newIds, journal, rebuilt }: RebuildRun): string[] {
  const known = new Map(
    journal.flatMap((line) => (line.kind === "made" ? [[line.app.appId, line.folder] as const] : [])),
  );
  const last = journal.findLast(({ kind }) => kind === "making" || kind === "made");
  const mayBeLost = last?.kind === "making" && !rebuilt ? 1 : 0;
  const unknown = newIds.filter((id) => !known.has(id));
  const folders = [...known.values()];
  return [
    ...(unknown.length > mayBeLost ? [`apps were made that nobody knows of: ${unknown.join(", ")}`] : []),
    ...(new Set(folders).size < folders.length ? ["an app was made twice"] : []),
    ...[...known.keys()]
      .filter((id) => !newIds.includes(id))
      .map((id) => `app ${id} is told to be made, and is not there`),
    ...(rebuilt && rebuilt.apps.size !== new Set(folders).size ? ["apps are passed over"] : []),
  ];
}

/** What was there before is nobody's business. */
function aboutOriginals({ originals, stillThere }: RebuildRun): string[] {
  return [...stillThere].flatMap(([id, picture]) => {
    const before = originals.get(id);
    const [was, is] = [before, picture].map((one) => one && JSON.stringify([one.settings, [...one.records]]));
    return was === is ? [] : [`app ${id}, from which the archive is, is another`];
  });
}

/** When all is well again, it comes to an end; and whatever ends it is told as an error of ours. */
function aboutEnd({ verdict, stopped, isDamaged }: RebuildRun): string[] {
  if (verdict !== "stopped") return [];
  if (!(stopped instanceof BackupError)) return [`it ended with what is no error of ours: ${String(stopped)}`];
  return isDamaged
    ? []
    : [`it does not come to its end: ${stopped.code} ${stopped.message} ${JSON.stringify(stopped.answer ?? {})}`];
}
