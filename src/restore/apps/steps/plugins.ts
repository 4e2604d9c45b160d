import { archivedSetting } from "../../../archive/reading/archived-setting";
import { safeName } from "../../../archive/names";
import { lookInto } from "../../../domain/settings/answer-part";
import { type PluginOfApp, pluginsOf } from "../../../domain/settings/known-settings";
import type { StepWork } from "./step-context";
import { refusalInLab, takeWhatGoes } from "./taking";
import type { Work } from "./work";

/** The plug-ins that are installed, one by one in their order; what one lacks is for people, as is what no API sets. */
export const plugins: StepWork = async (bench, { toDo }) => {
  const { archived } = bench.made;
  const answer = await archivedSetting(archived, "app/plugins");
  const all = answer === undefined ? [] : pluginsOf(answer);
  if (all.length === 0) return [];
  const entries = lookInto(answer).root.member("plugins").items();
  const disabled = entries.filter((plugin) => plugin.member("enabled").flag() === false);
  const namesOf = (some: readonly PluginOfApp[]) => some.map(({ name }) => name);
  const work: Work = {
    async take(afterEach) {
      const present = pluginsOf(await bench.read("app/plugins"));
      const lacking = all.filter(({ id }) => !present.some((plugin) => plugin.id === id));
      const add = async (next: readonly PluginOfApp[]) => {
        const body = { ids: next.map(({ id }) => id) };
        await bench.change({ method: "POST", setting: "app/plugins", body });
        await afterEach?.();
      };
      const refused = (await takeWhatGoes(lacking, add, () => false)).map(({ item }) => item);
      const there = all.filter((plugin) => !refused.includes(plugin));
      const bare: PluginOfApp[] = [];
      for (const plugin of there) if (!(await configured(plugin, afterEach))) bare.push(plugin);
      if (refused.length > 0) toDo({ what: "plugin-missing", plugins: namesOf(refused) });
      if (bare.length > 0) toDo({ what: "plugin-configuration", plugins: namesOf(bare) });
      if (disabled.length > 0) {
        const names = disabled.map((plugin) => plugin.member("name").text() ?? "");
        toDo({ what: "plugin-disabled", plugins: names });
      }
      return [];
    },
  };
  return [work];

  /** Where the archive has it, and the domain tries this out (https://cybozu.dev/ja/kintone/docs/api-lab/rest-api/apps/update-app-plugin-config). */
  async function configured({ id }: PluginOfApp, afterEach: (() => Promise<void>) | undefined): Promise<boolean> {
    const told = await archivedSetting(archived, `app/plugin/config/${safeName(id)}`);
    const config = lookInto(told ?? {}).root.member("config").value;
    if (typeof config !== "object" || config === null) return false;
    const refused = await refusalInLab(async () => {
      await bench.change({ method: "PUT", setting: "app/plugin/config", body: { id, config } });
      await afterEach?.();
    });
    return !refused;
  }
};
