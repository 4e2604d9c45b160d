import pLimit from "p-limit";
import { canonicalJson } from "../../archive/canonical-json";
import type { FormFields, FormLayout } from "../../archive/records/kintone-app";
import { BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import { formOf, layoutOf } from "../../domain/settings/form";
import { appOf, generalOf } from "../../domain/settings/known-settings";
import type { SettingName, SettingOffer } from "../../domain/source";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { type WholeAnswers, archiveSetting } from "./archive-setting";
import { isWanted } from "./is-wanted";
import type { AskSetting } from "./questions";
import { createSettingGaps } from "./setting-gaps";
import { settingPath } from "./setting-path";

/** The form of an app: what its records are made of. */
export interface Form {
  fields: FormFields;
  layout: FormLayout;
}

/** What the other steps need to know of an app. */
interface AppSettings {
  form: Form;
  /** Whether its records can have comments: kintone gives none when they are switched off. */
  commentsEnabled: boolean;
}

/** Without these, records are worth little: they are read whatever the target leaves out. */
const NEEDED: readonly SettingName[] = ["app", "app/form/fields", "app/form/layout"];

/** What reading records needs to know of an app; the other settings come meanwhile. */
export interface SettingsUnderWay extends AppSettings {
  /** Rejects only with what ends the run. */
  archived: Promise<void>;
}

/**
 * Reads the form of an app, and begins to archive its settings, in every language that kintone keeps. Rejects when the app or its form
 * cannot be read; any other setting that cannot be read is a named gap.
 */
export async function readSettings(
  ask: AskSetting,
  ledger: TargetLedger,
  context: RunContext,
): Promise<SettingsUnderWay> {
  const { include } = ledger.target;
  const [app, fields, layout, general] = await allAnswers([
    ask("app"),
    ask("app/form/fields"),
    ask("app/form/layout"),
    // When this cannot be told, comments are asked for all the same.
    include.settings || include.comments ? ask("app/settings").catch(() => undefined) : undefined,
  ]);
  const form: Form = { fields: formOf(fields), layout: layoutOf(layout) };
  const { name, spaceId } = appOf(app);
  ledger.appName = name ?? ledger.appName;
  ledger.revision = form.fields.revision;
  const known: WholeAnswers = { app, "app/form/fields": fields, "app/form/layout": layout };
  const archived = archiveSettings(
    { ...known, ...(general !== undefined && { "app/settings": general }) },
    spaceId,
    ask,
    ledger,
    context,
  );
  archived.catch(() => undefined); // it is awaited when the records have been read
  return { form, commentsEnabled: generalOf(general ?? {}).commentsEnabled, archived };
}

/** All of them; of what goes wrong, the first in their order, when nothing is under way any more. */
async function allAnswers<Answers extends readonly unknown[]>(
  asked: readonly [...{ [At in keyof Answers]: Promise<Answers[At]> | Answers[At] }],
): Promise<Answers> {
  await Promise.allSettled(asked);
  return (await Promise.all(asked)) as unknown as Answers;
}

async function archiveSettings(
  known: WholeAnswers,
  spaceId: string | null,
  ask: AskSetting,
  ledger: TargetLedger,
  context: RunContext,
): Promise<void> {
  const { source, options } = context;
  const { target } = ledger;
  const wanted = source.settings.filter(
    (offer) => (offer.of !== "space" || spaceId !== null) && (isWanted(offer, target) || NEEDED.includes(offer.name)),
  );
  const gaps = createSettingGaps(ledger, context);
  const limit = pLimit(options.requestsAtOnce);
  const archiveAll = async (offers: readonly SettingOffer[]) => {
    const read = offers.map((offer) =>
      limit(() => archiveSetting(offer, { spaceId, known, gaps, ask }, ledger, context)),
    );
    const outcomes = await Promise.allSettled(read);
    return offers.flatMap(({ name }, at) => {
      const outcome = outcomes[at];
      return outcome?.status === "rejected" ? [{ name, error: toBackupError(outcome.reason) }] : [];
    });
  };
  const ofPlugins = wanted.filter(({ of }) => of === "plugin");
  const failures = await archiveAll(wanted.filter((offer) => !ofPlugins.includes(offer)));
  // Which plug-ins there are is known by now.
  if (!failures.some(({ error }) => endsTheRun(error))) failures.push(...(await archiveAll(ofPlugins)));
  gaps.tell();
  if (target.include.administration && target.withoutPluginConfigurations)
    ledger.missing({ code: "EXCLUDED", what: "plugin-configurations", text: "Left out, as the target says." });
  for (const what of ["settings", "administration"] as const) {
    if (!target.include[what]) ledger.missing({ code: "EXCLUDED", what, text: "Left out, as the target says." });
  }
  refuse(failures, ledger);
}

/** Names what could not be archived. Throws when that ends the run. */
function refuse(failures: ReadonlyArray<{ name: SettingName; error: BackupError }>, ledger: TargetLedger): void {
  const first = failures.find(({ error }) => endsTheRun(error)) ?? failures[0];
  if (!first) return;
  if (first.error.code === "CANCELLED") throw first.error;
  for (const { name, error } of failures) {
    const path = `${ledger.folder}/${settingPath(name)}`;
    ledger.missing({ code: "FAILED", what: "settings", text: error.message, path });
  }
  const { code, message, facts, answer, retryable } = first.error;
  const settings = failures.map(({ name }) => name);
  const error = new BackupError(code, message, {
    ...{ facts: { ...facts, settings }, retryable },
    ...(answer && { answer }),
  });
  if (endsTheRun(error)) throw error;
  ledger.problem("settings", error);
}

/** Whether the form is not the one any more that the records were read with. */
export async function formChanged(form: Form, ledger: TargetLedger, { source }: RunContext): Promise<boolean> {
  const fields = formOf(await source.readSetting(ledger.target, "app/form/fields"));
  // Other settings raise the revision too.
  if (fields.revision !== "" && fields.revision === form.fields.revision) return false;
  const layout = layoutOf(await source.readSetting(ledger.target, "app/form/layout"));
  const essence = ({ fields: { properties }, layout: { layout: rows } }: Form) => canonicalJson({ properties, rows });
  return essence({ fields, layout }) !== essence(form);
}
