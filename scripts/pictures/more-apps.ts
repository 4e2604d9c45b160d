import { addTargets } from "../add-targets";
import { PEOPLE } from "../local-kintone";
import type { Studio } from "./studio";

const text = (code: string, label: string) => ({ type: "SINGLE_LINE_TEXT", code, label });

/** Apps that no target covers, for the picker to offer and the overview to name. */
const APPS = {
  inventory: { id: 31, name: "在庫管理", properties: {} },
  machines: { id: 32, name: "設備点検", properties: {} },
  /** With what looks like a personal identifier. */
  staff: {
    id: 33,
    name: "従業員名簿",
    properties: { name: text("name", "氏名"), my_number: text("my_number", "マイナンバー") },
  },
};

export function addMoreApps({ emulator }: Studio): void {
  for (const app of Object.values(APPS)) emulator.domain.addApp({ ...app, creator: PEOPLE.admin });
  emulator.domain.apps.get(APPS.staff.id)?.addRecord({ name: { value: "山田 太郎" } });
}

/** Makes a target of the app about which something has to be decided. */
export async function addStaffTarget({ client, appId }: Studio): Promise<string> {
  const { id, name } = APPS.staff;
  await addTargets(client, appId, [{ appId: String(id), appName: name }]);
  return name;
}
