import { canonicalJson } from "../../archive/canonical-json";
import { settingGap } from "../../domain/accepted-gap";
import { pluginsOf } from "../../domain/settings/known-settings";
import type { Language, SettingName, SettingOffer } from "../../domain/source";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { isWanted } from "./is-wanted";
import { tellNotUnderstood } from "./not-understood";
import type { AskSetting } from "./questions";
import { readSettingFiles } from "./read-setting-files";
import type { SettingGaps } from "./setting-gaps";
import { pluginSettingPath, settingPath } from "./setting-path";

/** kintone's answers, whole. */
export type WholeAnswers = Partial<Record<SettingName, unknown>>;

/** What reading one of the settings needs to know of the others. */
export interface SettingsAtHand {
  spaceId: string | null;
  known: WholeAnswers;
  gaps: SettingGaps;
  ask: AskSetting;
}

/** One setting with its default names, in each language where that makes a difference, and the files that it names. */
export async function archiveSetting(
  offer: SettingOffer,
  atHand: SettingsAtHand,
  ledger: TargetLedger,
  context: RunContext,
): Promise<void> {
  const { spaceId, known, gaps, ask } = atHand;
  const { name, languages, of } = offer;
  if (of === "plugin") return archivePlugins(offer, atHand, ledger, context);
  const wanted = isWanted(offer, ledger.target);
  const where = of === "space" && spaceId !== null ? { spaceId } : {};
  const question = offer.underConsideration ? askAnew(ledger, context) : ask;
  const read = (language?: Language) => question(name, { ...where, ...(language && { language }) });
  const answer = Object.hasOwn(known, name)
    ? known[name]
    : await gaps.unlessRefused(offer, settingPath(name), () => read());
  if (answer === undefined) return;
  known[name] = answer;
  const text = canonicalJson(answer);
  await archiveText(settingPath(name), text, ledger, context);
  tellNotUnderstood(name, answer, ledger);
  for (const language of wanted ? languages : []) {
    const path = settingPath(name, language);
    const translated = await gaps.unlessRefused(offer, path, () => read(language));
    if (translated === undefined || canonicalJson(translated) === text) continue;
    await archiveText(path, canonicalJson(translated), ledger, context);
    tellNotUnderstood(name, translated, ledger, language);
  }
  if (wanted) await readSettingFiles(name, answer, ledger, context);
}

/** One setting of every plug-in of the app. Where kintone does not give that of the first, it gives none. */
async function archivePlugins(
  offer: SettingOffer,
  { known, gaps }: SettingsAtHand,
  ledger: TargetLedger,
  context: RunContext,
): Promise<void> {
  const { name } = offer;
  const ask = askAnew(ledger, context);
  const list = known["app/plugins"];
  if (list === undefined) {
    const text = "The configurations of plug-ins: which plug-ins there are could not be read.";
    return ledger.missing({ code: "NOT_READABLE", what: "plugin-configurations", text }, settingGap("app/plugins"));
  }
  for (const { id } of pluginsOf(list)) {
    if (gaps.isNotGiven(name)) return;
    const path = pluginSettingPath(name, id);
    const answer = await gaps.unlessRefused(offer, path, () => ask(name, { pluginId: id }));
    if (answer !== undefined) await archiveText(path, canonicalJson(answer), ledger, context);
  }
}

/** What was refused may be asked for once more (`setting-gaps.ts`); nobody else asks for these. */
const askAnew =
  ({ target }: TargetLedger, { source }: RunContext): AskSetting =>
  (name, request) =>
    source.readSetting(target, name, request);

async function archiveText(path: string, text: string, ledger: TargetLedger, { staging }: RunContext): Promise<void> {
  const staged = await staging.create({ path: `${ledger.folder}/${path}`, kind: "settings", target: ledger.folder });
  await staged.write(new TextEncoder().encode(text));
  ledger.add(await staged.close());
}
