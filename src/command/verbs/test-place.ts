import { settingsBy } from "../access";
import { tellOf } from "../checked";
import { EXIT } from "../exit";
import { type Verb, misused } from "../verb";

export interface TestPlaceOrder {
  kind: "test-place";
  file: string;
  /** By its name; all when absent. */
  place?: string;
  language: string;
}

export const testPlace: Verb<TestPlaceOrder> = {
  name: "test-place",
  synopsis: "test-place --file kintone-backup.json [<name of a place>]",
  options: { file: { type: "string" } },
  optionWords: "",
  explanation: `\
test-place writes a small file at each place of the settings file, or at the one that is named, reads it back and removes it. It does not sign in to
kintone. Ends with 0 when that went well everywhere, 1 when it did not, 2 when it cannot be carried out.
`,
  read({ things: [place, ...others], values, language }) {
    if (others.length > 0) return misused("test-place takes one name at most");
    if (typeof values.file !== "string" || values.file === "") return misused("--file is missing");
    return { kind: "test-place", file: values.file, language, ...(place !== undefined && { place }) };
  },
  async carryOut({ file: path, place }, host) {
    const file = await settingsBy(path, host);
    if (!file) return EXIT.unusable;
    const places = file.places.filter(({ name }) => place === undefined || name === place);
    if (places.length > 0) return tellOf(await host.testPlaces({ ...file, places }), host);
    host.tell(`kintone-backup: ${path} has no place of this name: ${place}\n`);
    return EXIT.unusable;
  },
};
