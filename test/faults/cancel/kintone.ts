import { formFields } from "../../../src/history/app-definition/fields";
import { japanese } from "../../../src/history/app-definition/japanese";
import { addInspections, newFile } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { createDomain, type Domain, type NewApp } from "../../emulator/domain/domain";

/** Who runs the backup. */
export const OPERATOR = { code: "admin", name: "管理者", password: "kintone" };

/** Entries in a volume: the small kintone makes several volumes of them. */
export const ENTRIES_IN_A_VOLUME = 9;

export interface SmallKintone {
  domain: Domain;
  management: App;
}

/** Two targets: one with attachments, comments and settings, one with attachments alone. */
export function smallKintone(): SmallKintone {
  const domain = createDomain();
  domain.people.addUser(OPERATOR);
  const management = domain.addApp({
    ...{ id: 90, name: "バックアップ管理", creator: OPERATOR.code },
    properties: formFields(japanese) as unknown as NewApp["properties"],
  });
  addTarget(domain, management, "検査", ["records", "attachments", "comments", "settings"]);
  addTarget(domain, management, "図面", ["records", "attachments"]);
  return { domain, management };
}

function addTarget(domain: Domain, management: App, name: string, include: string[]): void {
  const app = addInspections(domain, { records: 4, name });
  for (let number = 1; number <= 6; number += 1) {
    const { id } = app.addRecord({
      品番: { value: `F-${number}` },
      添付: { value: [newFile(domain, "図面.txt", `drawing ${number}`.repeat(number * 10))] },
    });
    app.addComment(id, { text: `確認 ${number}`, creator: OPERATOR.code });
  }
  management.addRecord({
    record_type: { value: "target" },
    target_app_id: { value: String(app.id) },
    target_enabled: { value: ["enabled"] },
    target_include: { value: include },
  });
}
