import { accessBy } from "../access";
import { tellDone } from "../checked";
import { EXIT } from "../exit";
import type { HoldAsked } from "../host";
import { type Verb, misused } from "../verb";

export interface HoldOrder extends HoldAsked {
  kind: "hold";
  /** Path of the settings file. */
  file: string;
  language: string;
}

export const hold: Verb<HoldOrder> = {
  name: "hold",
  synopsis: "hold --file kintone-backup.json <run id> [--release] --reason <text>",
  options: {
    file: { type: "string" },
    release: { type: "boolean" },
    reason: { type: "string" },
  },
  optionWords: `\
  --release       ends a hold
`,
  explanation: `\
hold keeps the archive of a run from being removed by any rule, in every place, until it is released. Both are written into the history, with who did it and why.
`,
  read({ things: [runId, ...more], values, language }) {
    const file = values.file;
    const reason = typeof values.reason === "string" ? values.reason.trim() : "";
    if (typeof file !== "string" || file === "") return misused("--file is missing");
    if (runId === undefined || more.length > 0) return misused("hold takes the id of one run");
    if (reason === "") return misused("--reason is missing");
    return { kind: "hold", file, runId, reason, isHeld: values.release !== true, language };
  },
  async carryOut({ file: path, kind: _kind, language: _language, ...asked }, host) {
    const access = await accessBy(path, host);
    if (!access) return EXIT.unusable;
    return tellDone(await host.hold(access.file, access.credentials, asked), host);
  },
};
