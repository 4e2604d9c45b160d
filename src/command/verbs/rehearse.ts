import { tellOf } from "../checked";
import type { RehearsalAsked } from "../host";
import { KEY_OPTIONS } from "../key-options";
import { type Verb, misused } from "../verb";

export interface RehearseOrder extends RehearsalAsked {
  kind: "rehearse";
}

export const rehearse: Verb<RehearseOrder> = {
  name: "rehearse",
  synopsis: "rehearse <zip or folder> [<zip or folder> …] [--run <run id>] [--app <id> …]",
  options: {
    ...KEY_OPTIONS,
    run: { type: "string" },
    app: { type: "string", multiple: true },
  },
  optionWords: "",
  explanation: `\
rehearse reads an archive back and checks its records against the forms, files, lookups and people of the archive itself: what restoring them into empty
apps would meet. It signs in nowhere. The archive is that of the newest run whose zip files are all there. Ends with 0 when nothing would have to be decided, 1 when
something would, or the archive does not have the records or the form of an app, 2 when the archive cannot be read, or is not whole.
`,
  read({ things, values, language }) {
    const { run: runId } = values;
    const apps = (values.app ?? []) as string[];
    if (things.length === 0) return misused("no zip file given");
    const odd = apps.find((app) => !/^[1-9]\d*$/.test(app));
    if (odd !== undefined) return misused(`--app takes the id of an app, not ${odd || "nothing"}`);
    return { kind: "rehearse", zips: things, apps, language, ...(typeof runId === "string" && { runId }) };
  },
  carryOut: async (asked, host) => tellOf(await host.rehearse(asked), host),
};
