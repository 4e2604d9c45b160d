import type { App } from "../../emulator/domain/app";
import type { Domain } from "../../emulator/domain/domain";
import type { Random } from "../../emulator/sample/random";

/** Apps that the history names in some runs, and that are none: of whom nobody may delete anything. */
export function lookalikes(domain: Domain, { id }: App, random: Random): string[] {
  if (random.chance(0.5)) return [];
  const description = `<div>[kintone-backup-manager/drill/${id}]</div>`;
  const everything = { appEditable: true, recordViewable: true, recordAddable: true, recordDeletable: true };
  const properties = { 本文: { type: "SINGLE_LINE_TEXT", code: "本文", label: "本文" } } as never;
  const bySomebodyElse = domain.addApp({
    ...{ name: "[復元訓練] 別の人", creator: "sato", properties, settings: { description } },
    acl: [
      { entity: { type: "CREATOR" }, ...everything },
      { entity: { type: "USER", code: "admin" }, ...everything },
    ],
  });
  const unmarked = domain.addApp({ name: "大事なアプリ", creator: "admin", properties });
  const ofAnother = domain.addApp({
    ...{ name: "[復元訓練] 別のアプリ", creator: "admin", properties },
    settings: { description: description.replace(`/${id}]`, `/${id}9]`) },
  });
  const all = [bySomebodyElse, unmarked, ofAnother];
  for (const app of all) app.addRecord({ 本文: { value: "大事" } });
  return [String(id), ...all.map((app) => String(app.id))];
}
