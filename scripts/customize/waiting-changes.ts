import type { SettingName } from "../../src/domain/source";
import type { AppRef } from "../../src/domain/target";
import type { Connection } from "../../src/kintone/connection/connection";
import { SETTING_OFFERS, settingRequest } from "../../src/kintone/settings/settings-endpoints";

/** That an app exists says nothing about changes. */
const COMPARED = SETTING_OFFERS.filter(({ of, name }) => of === "app" && name !== "app").map(({ name }) => name);

/**
 * The settings that somebody changed without putting them live: updating the app would do that.
 *
 * @param ours name of a file of a customization that is passed over
 */
export async function waitingChanges(connection: Connection, app: AppRef, ours: string): Promise<SettingName[]> {
  const told = async (name: SettingName, preview: boolean) => {
    const answer = await connection.json<object>({ ...settingRequest(app, name), preview });
    return JSON.stringify(answer, (key, value: unknown) => {
      // Revisions are those of the whole app, and a key may be made anew for each answer.
      if (key === "revision" || key === "fileKey") return undefined;
      return key === "js" && Array.isArray(value) ? value.filter((entry) => !isNamed(entry, ours)) : value;
    });
  };
  const waiting: SettingName[] = [];
  for (const name of COMPARED) if ((await told(name, true)) !== (await told(name, false))) waiting.push(name);
  return waiting;
}

function isNamed(entry: { file?: { name?: unknown } }, name: string): boolean {
  return entry.file?.name === name;
}
