import { accessBy } from "../access";
import { tellDone } from "../checked";
import { RESTORE_EXIT } from "../exit";
import type { Access, SettingsComparisonAsked } from "../host";
import { KEY_OPTIONS } from "../key-options";
import { type Verb, misused } from "../verb";

export interface CompareSettingsOrder extends SettingsComparisonAsked {
  kind: "compare-settings";
  /** Path of the settings file. */
  file?: string;
}

export const compareSettings: Verb<CompareSettingsOrder> = {
  name: "compare-settings",
  synopsis:
    "compare-settings --file kintone-backup.json [<zip or folder> …] [--run <run id>] [--app <id> …] [--json], or with --with <zip or folder> in the place of --file",
  options: {
    ...KEY_OPTIONS,
    file: { type: "string" },
    run: { type: "string" },
    app: { type: "string", multiple: true },
    with: { type: "string", multiple: true },
    json: { type: "boolean" },
    "add-field": { type: "string" },
    confirm: { type: "string", multiple: true },
  },
  optionWords: `\
  --with <zip or folder>
                  compares the settings with those of another archive and not with kintone; may be given several times
  --json          prints a line of JSON for each difference
  --add-field <code> [--confirm "<app name>/<code>"]
                  puts a field that the app has not any more back at the end of its form; without --confirm it only says
                  what would be done
`,
  explanation: `\
compare-settings reads an archive back and compares the settings of its apps with those that the apps have now, or with those of another archive: form, views, graphs,
process management, permissions, notifications, actions, customization, plug-ins and the rest. It changes nothing, unless --add-field puts a field back, without values. Ends with 0 when they are the same, 2 when
something differs, 1 when the comparison failed, or a setting could not be read, 3 when the archive or the command line is no good.
`,
  unusable: RESTORE_EXIT.nothingWritten,
  read({ things, values, language }) {
    const { file, run: runId } = values;
    const [apps, beside] = [values.app ?? [], values.with ?? []] as [string[], string[]];
    if (typeof file !== "string" && beside.length === 0) return misused("--file or --with is missing");
    if (typeof file !== "string" && things.length === 0) return misused("no zip file given");
    const odd = apps.find((app) => !/^[1-9]\d*$/.test(app));
    if (odd !== undefined) return misused(`--app takes the id of an app, not ${odd || "nothing"}`);
    const [code, confirmed = []] = [values["add-field"], values.confirm as string[] | undefined];
    if (confirmed.length > 0 && code === undefined) return misused("--confirm belongs to --add-field");
    if (code !== undefined && beside.length > 0) return misused("--add-field and --with exclude each other");
    if (code !== undefined && apps.length > 1) return misused("--add-field takes one --app");
    const [confirmation] = confirmed;
    return {
      ...{ kind: "compare-settings", zips: things, apps, language, json: values.json === true },
      ...(typeof file === "string" && { file }),
      ...(typeof runId === "string" && { runId }),
      ...(beside.length > 0 && { beside }),
      ...(typeof code === "string" && {
        field: { code, ...(confirmation !== undefined && { confirmed: confirmation }) },
      }),
    };
  },
  async carryOut({ kind: _kind, file, ...asked }, host) {
    let access: Access | undefined;
    if (asked.beside === undefined || asked.zips.length === 0) {
      access = await accessBy(file ?? "", host);
      if (!access) return RESTORE_EXIT.nothingWritten;
    }
    return tellDone(await host.compareSettings(asked, access), host);
  },
};
