import { accessBy } from "../access";
import { tellDone } from "../checked";
import { EXIT } from "../exit";
import type { PruneAsked } from "../host";
import { type Verb, misused } from "../verb";

export interface PruneOrder extends PruneAsked {
  kind: "prune";
  language: string;
}

export const prune: Verb<PruneOrder> = {
  name: "prune",
  synopsis: "prune --file kintone-backup.json [--place <name>] [--dry-run | --confirm <code>]",
  options: {
    file: { type: "string" },
    place: { type: "string" },
    "dry-run": { type: "boolean" },
    confirm: { type: "string" },
  },
  optionWords: `\
  --place <name>  of that place alone
  --confirm <code>
                  lets the rule of the place remove generations from now on; the code is that of the preview which was looked at
`,
  explanation: `\
prune removes generations of backups by the rule of each place ("keep" in the settings file), signed in like run, but with a user's password. First it shows what
stays and what goes. Nothing is removed before somebody has confirmed the rule on such a preview, nor anything but what the history knows by name and content; never the last success,
what is held or locked, nor anything while the newest backup is incomplete. Each generation that went is written into the history. Once a rule is confirmed, run prunes after each success.
Ends with 0 when nothing is left to do, 1 when something that should go remains, or the rule waits to be confirmed, 2 when it cannot be carried out.
`,
  read({ things, values, language }) {
    if (things.length > 0) return misused("prune takes nothing but options");
    const { file, place, confirm } = values;
    const dryRun = values["dry-run"] === true;
    if (typeof file !== "string" || file === "") return misused("--file is missing");
    if (dryRun && confirm !== undefined) return misused("--dry-run excludes --confirm");
    if (confirm !== undefined && place === undefined) return misused("--confirm belongs to one --place");
    if (confirm !== undefined && !/^[0-9a-f]{12,64}$/.test(String(confirm)))
      return misused(`--confirm takes the code of a preview, not ${String(confirm) || "nothing"}`);
    return {
      ...{ kind: "prune", settingsFile: file, dryRun, afterRun: false, language },
      ...(typeof place === "string" && { place }),
      ...(typeof confirm === "string" && { confirm }),
    };
  },
  async carryOut({ kind: _kind, language: _language, ...asked }, host) {
    const access = await accessBy(asked.settingsFile, host);
    if (!access) return EXIT.unusable;
    return tellDone(await host.prune(access.file, access.credentials, asked), host);
  },
};
