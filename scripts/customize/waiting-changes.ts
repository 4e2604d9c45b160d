import { toBackupError } from "../../src/domain/errors";
import type { SettingName, SettingOffer } from "../../src/domain/source";
import type { AppRef } from "../../src/domain/target";
import { isNotGiven } from "../../src/domain/under-consideration";
import type { Connection } from "../../src/kintone/connection/connection";
import { SETTING_OFFERS, settingRequest } from "../../src/kintone/settings/settings-endpoints";

/** That an app exists says nothing about changes. */
const COMPARED = SETTING_OFFERS.filter(({ of, name }) => of === "app" && name !== "app");

/**
 * The settings that somebody changed without putting them live: updating the app would do that.
 *
 * @param ours name of a file of a customization that is passed over
 */
export async function waitingChanges(connection: Connection, app: AppRef, ours: string): Promise<SettingName[]> {
  const told = async ({ name, underConsideration }: SettingOffer, preview: boolean) => {
    const answer = await connection.json<object>({ ...settingRequest(app, name), preview }).catch((thrown: unknown) => {
      // Where it is switched off, it tells of no changes.
      if (underConsideration && isNotGiven(toBackupError(thrown))) return {};
      throw thrown;
    });
    return JSON.stringify(answer, (key, value: unknown) => {
      // Revisions are those of the whole app, and a key may be made anew for each answer.
      if (key === "revision" || key === "fileKey") return undefined;
      return key === "js" && Array.isArray(value) ? value.filter((entry) => !isNamed(entry, ours)) : value;
    });
  };
  const waiting: SettingName[] = [];
  for (const offer of COMPARED) if ((await told(offer, true)) !== (await told(offer, false))) waiting.push(offer.name);
  return waiting;
}

function isNamed(entry: { file?: { name?: unknown } }, name: string): boolean {
  return entry.file?.name === name;
}
