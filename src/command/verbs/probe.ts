import { addressOfKintone } from "../../settings/command-file";
import { credentialsOf } from "../access";
import { tellOf } from "../checked";
import { EXIT } from "../exit";
import { PROBE_FORMATS, type ProbeOrder } from "../probe-order";
import { type Verb, misused } from "../verb";

const ID = /^[1-9]\d*$/;

export const probe: Verb<ProbeOrder> = {
  name: "probe",
  synopsis: "probe --base-url <https://…> [--app <id>] [--write] [--format text|markdown|json]",
  options: {
    "base-url": { type: "string" },
    app: { type: "string" },
    "guest-space": { type: "string" },
    write: { type: "boolean" },
    format: { type: "string" },
  },
  optionWords: `\
  --base-url <address>
                  of the kintone domain
  --app <id>      an app with attachments that may be read, where another one than the first is to be tried; with API tokens,
                  the app that they are of
  --guest-space <id>
                  of that app, when it lives in a guest space
  --write         also makes an app, and tries in it what takes writing. The app is named in the report, and is left: no API
                  can delete it
  --format text|markdown|json
                  the report for people (text, unless given), or in English for whoever maintains the program
`,
  explanation: `\
probe finds out, on a real kintone, what the program only assumes of it, signed in like run. Without --write it sends nothing but
requests that read. The report has no data and no secrets in it. Ends with 0 when nothing is otherwise than assumed, 1 when
something is, 2 when kintone cannot be reached, does not let it in, or the command is wrong.
`,
  read({ things, values, language }) {
    if (things.length > 0) return misused("probe takes nothing but options");
    const baseUrl = addressOfKintone(values["base-url"]);
    // What is wrong is not repeated: it may have a password in it.
    if (!baseUrl) return misused("--base-url is to be the address of a kintone domain, as https://example.cybozu.com");
    const { app, "guest-space": guestSpace } = values;
    for (const [name, id] of Object.entries({ app, "guest-space": guestSpace })) {
      if (id !== undefined && !ID.test(String(id))) return misused(`--${name} is to be a number`);
    }
    if (guestSpace !== undefined && app === undefined)
      return misused("--guest-space is that of --app, which is missing");
    const format = PROBE_FORMATS.find((each) => each === (values.format ?? "text"));
    if (!format) return misused(`--format is one of ${PROBE_FORMATS.join(", ")}`);
    return {
      ...{ kind: "probe", baseUrl, write: values.write === true, format, language },
      ...(app !== undefined && {
        app: { appId: String(app), ...(guestSpace !== undefined && { guestSpaceId: String(guestSpace) }) },
      }),
    };
  },
  async carryOut(order, host) {
    const credentials = credentialsOf(host);
    return credentials ? tellOf(await host.probe(order, credentials), host) : EXIT.unusable;
  },
};
