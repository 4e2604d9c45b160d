import PQueue from "p-queue";
import { canonicalJson } from "../../archive/canonical-json";
import type { FormFields, FormLayout } from "../../archive/kintone-app";
import { BackupError, endsTheRun, toBackupError } from "../errors";
import { readSettingFiles } from "./read-setting-files";
import type { RunContext } from "../run-context";
import type { Language, SettingAnswers, SettingName, SettingOffer, SettingRequest } from "../source";
import type { TargetLedger } from "../targets/target-ledger";

/** The form of an app: what its records are made of. */
export interface Form {
  fields: FormFields;
  layout: FormLayout;
}

/** What the other steps need to know of an app. */
export interface AppSettings {
  form: Form;
  /** Whether its records can have comments: kintone gives none when they are switched off. */
  commentsEnabled: boolean;
}

/** Without these, records are worth little: they are read whatever the target leaves out. */
const NEEDED: readonly SettingName[] = ["app", "app/form/fields", "app/form/layout"];

/**
 * Archives the settings of an app, in every language that kintone keeps. Rejects when the app or its form cannot be read;
 * any other setting that cannot be read is a named gap.
 */
export async function readSettings(ledger: TargetLedger, context: RunContext): Promise<AppSettings> {
  const { source, options } = context;
  const { target } = ledger;
  const ask = createQuestions(ledger, context);
  const app = await ask("app");
  ledger.appName = app.name;
  const fields = await ask("app/form/fields");
  ledger.revision = fields.revision;
  const layout = await ask("app/form/layout");
  const known: Partial<SettingAnswers> = { app, "app/form/fields": fields, "app/form/layout": layout };

  const wanted = source.settings.filter(
    ({ name, of }) => (of === "app" || app.spaceId !== null) && (target.include.settings || NEEDED.includes(name)),
  );
  const gaps = createGaps(ledger);
  const queue = new PQueue({ concurrency: options.requestsAtOnce });
  const read = wanted.map((offer) => queue.add(() => archive(offer, app.spaceId, known, gaps, ledger, context)));
  for (const { status, reason } of (await Promise.allSettled(read)) as PromiseRejectedResult[]) {
    if (status === "rejected") throw reason;
  }
  gaps.tell();
  if (!target.include.settings) {
    ledger.missing({ code: "EXCLUDED", what: "settings", text: "Left out, as the target says." });
  }
  // When this cannot be told, comments are asked for all the same.
  const general = known["app/settings"] ?? (await ask("app/settings").catch(() => undefined));
  return { form: { fields, layout }, commentsEnabled: general?.enableComments !== false };
}

/** Asks for each setting once in a run, however often that is begun. */
function createQuestions({ target, folder }: TargetLedger, { source, memory }: RunContext) {
  return <Name extends SettingName>(name: Name, request: SettingRequest = {}): Promise<SettingAnswers[Name]> => {
    const question = `setting ${name} ${request.language ?? ""}`;
    return memory.once(folder, question, () => source.readSetting(target, name, request));
  };
}

/** Whether the form is not the one any more that the records were read with. */
export async function formChanged(form: Form, ledger: TargetLedger, { source }: RunContext): Promise<boolean> {
  const fields = await source.readSetting(ledger.target, "app/form/fields");
  // Other settings raise the revision too.
  if (fields.revision === form.fields.revision) return false;
  const layout = await source.readSetting(ledger.target, "app/form/layout");
  const essence = ({ fields: { properties }, layout: { layout: rows } }: Form) => canonicalJson({ properties, rows });
  return essence({ fields, layout }) !== essence(form);
}

/** One setting with its default names, in each language where that makes a difference, and the files that it names. */
async function archive(
  { name, languages, of }: SettingOffer,
  spaceId: string | null,
  known: Partial<SettingAnswers>,
  gaps: Gaps,
  ledger: TargetLedger,
  context: RunContext,
): Promise<void> {
  const where = of === "space" && spaceId !== null ? { spaceId } : {};
  const ask = createQuestions(ledger, context);
  const read = (language?: Language) => ask(name, { ...where, ...(language && { language }) });
  const answer = known[name] ?? (await gaps.unlessRefused(name, settingPath(name), () => read()));
  if (!answer) return;
  Object.assign(known, { [name]: answer });
  const text = canonicalJson(answer);
  await archiveText(settingPath(name), text, ledger, context);
  for (const language of ledger.target.include.settings ? languages : []) {
    const path = settingPath(name, language);
    const translated = await gaps.unlessRefused(name, path, async () => canonicalJson(await read(language)));
    if (translated !== undefined && translated !== text) await archiveText(path, translated, ledger, context);
  }
  if (ledger.target.include.settings) await readSettingFiles(name, answer, ledger, context);
}

async function archiveText(path: string, text: string, ledger: TargetLedger, { staging }: RunContext): Promise<void> {
  const staged = await staging.create({ path: `${ledger.folder}/${path}`, kind: "settings", target: ledger.folder });
  await staged.write(new TextEncoder().encode(text));
  ledger.add(await staged.close());
}

function settingPath(name: SettingName, language?: Language): string {
  return `settings/${name}${language ? `.${language}` : ""}.json`;
}

/** Settings that could not be read. Those that the user may not read are one problem, not a dozen. */
interface Gaps {
  /** Rejects only with what ends the run. */
  unlessRefused<Answer>(name: SettingName, path: string, read: () => Promise<Answer>): Promise<Answer | undefined>;
  tell(): void;
}

function createGaps(ledger: TargetLedger): Gaps {
  const refused = new Map<SettingName, BackupError>();
  return {
    async unlessRefused(name, path, read) {
      try {
        return await read();
      } catch (thrown) {
        const error = toBackupError(thrown);
        if (endsTheRun(error)) throw error;
        const mayNot = error.code === "NO_PERMISSION";
        if (mayNot) refused.set(name, error);
        else ledger.problem("settings", error.with({ path }));
        ledger.missing({
          code: mayNot ? "NOT_READABLE" : "FAILED",
          what: "settings",
          text: error.message,
          path: `${ledger.folder}/${path}`,
        });
        return undefined;
      }
    },
    tell() {
      const [first] = refused.values();
      if (!first) return;
      const settings = [...refused.keys()];
      const text = `The user may not read ${settings.join(", ")}`;
      ledger.problem(
        "settings",
        new BackupError("SETTINGS_NOT_READABLE", text, {
          facts: { settings },
          ...(first.answer && { answer: first.answer }),
        }),
      );
    },
  };
}
