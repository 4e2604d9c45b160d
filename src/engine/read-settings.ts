import { canonicalJson } from "../archive/canonical-json";
import type { FormFields, FormLayout } from "../archive/kintone-app";
import { endsTheRun, toBackupError } from "./errors";
import type { RunContext } from "./run-context";
import type { SettingAnswers, SettingName } from "./source";
import type { TargetLedger } from "./target-ledger";

/** The form of an app: what its records are made of. */
export interface Form {
  fields: FormFields;
  layout: FormLayout;
}

/** Settings that are worth having, but without which the records can still be read. */
const FURTHER_SETTINGS: readonly SettingName[] = ["app/settings", "app/views"];

/**
 * Archives the settings of an app and resolves to its form. Rejects when the app or its form cannot be read, because
 * records are worth little without it; any other setting that cannot be read is a named gap.
 */
export async function readSettings(ledger: TargetLedger, context: RunContext): Promise<Form> {
  const app = await archiveSetting("app", ledger, context);
  ledger.appName = app.name;
  const fields = await archiveSetting("app/form/fields", ledger, context);
  ledger.revision = fields.revision;
  const layout = await archiveSetting("app/form/layout", ledger, context);
  for (const name of FURTHER_SETTINGS) {
    try {
      await archiveSetting(name, ledger, context);
    } catch (thrown) {
      const error = toBackupError(thrown);
      if (endsTheRun(error)) throw error;
      ledger.problem("settings", error.with({ path: settingPath(name) }));
      ledger.missing({ code: "FAILED", what: "settings", text: error.message, path: settingPath(name) });
    }
  }
  return { fields, layout };
}

async function archiveSetting<Name extends SettingName>(
  name: Name,
  ledger: TargetLedger,
  { source, staging }: RunContext,
): Promise<SettingAnswers[Name]> {
  const answer = await source.readSetting(ledger.target, name);
  const staged = await staging.create({
    path: `${ledger.folder}/${settingPath(name)}`,
    kind: "settings",
    target: ledger.folder,
  });
  await staged.write(new TextEncoder().encode(canonicalJson(answer)));
  await ledger.add(await staged.close());
  return answer;
}

const settingPath = (name: SettingName) => `settings/${name}.json`;
