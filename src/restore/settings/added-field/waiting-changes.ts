import type { Language, SettingOffer, Source } from "../../../domain/source";
import type { AppRef } from "../../../domain/target";
import type { SettingsDesk } from "../../../domain/settings-desk";
import { compareSettings } from "../compare-settings";
import { presentSettings } from "../present-settings";

/**
 * Names of settings in which changes wait that are not live yet, or of which that cannot be told: an update of the app would make them live, too. The settings themselves are
 * compared: that their revisions are equal when none waits is only assumed elsewhere.
 */
export async function waitingChanges(
  source: Pick<Source, "settings" | "readSetting" | "openFile">,
  desk: Pick<SettingsDesk, "read">,
  app: AppRef,
): Promise<string[]> {
  // What tells who an app is exists once.
  const settings: SettingOffer[] = source.settings.filter(({ name, of }) => of === "app" && name !== "app");
  const openFile: Source["openFile"] = (of, key) => source.openFile(of, key);
  const [live, waiting] = await Promise.all([
    presentSettings({ settings, openFile, readSetting: (of, name, asked) => source.readSetting(of, name, asked) }, app),
    presentSettings(
      {
        ...{ settings, openFile },
        readSetting: (of, name, asked: { language?: Language } = {}) =>
          name === "app" ? source.readSetting(of, name) : desk.read(name, "preview", asked.language),
      },
      app,
    ),
  ]);
  const { compared, notCompared } = compareSettings(live, waiting, true);
  return [
    ...compared.filter(({ differences }) => differences.length > 0).map(({ setting }) => setting),
    ...new Set(notCompared.filter(({ why }) => why.reason === "error").map(({ setting }) => setting)),
  ];
}
