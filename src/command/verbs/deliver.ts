import { accessBy } from "../access";
import { tellOf } from "../checked";
import { EXIT } from "../exit";
import { type Verb, misused } from "../verb";

export interface DeliverOrder {
  kind: "deliver";
  file: string;
  language: string;
}

export const deliver: Verb<DeliverOrder> = {
  name: "deliver",
  synopsis: "deliver --file kintone-backup.json",
  options: { file: { type: "string" } },
  optionWords: "",
  explanation: `\
deliver brings archives to the places that the history says they are missing from, from another place that has them, as every run does when it has
ended. It signs in like run. Ends with 0 when nothing is missing any more, 1 when something still is, 2 when it cannot be carried out.
`,
  read({ things, values, language }) {
    if (things.length > 0) return misused("deliver takes nothing but options");
    if (typeof values.file !== "string" || values.file === "") return misused("--file is missing");
    return { kind: "deliver", file: values.file, language };
  },
  async carryOut({ file }, host) {
    const access = await accessBy(file, host);
    return access ? tellOf(await host.deliver(access.file, access.credentials), host) : EXIT.unusable;
  },
};
