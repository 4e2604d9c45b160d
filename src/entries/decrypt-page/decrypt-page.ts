/** A page in one file that opens encrypted archives from a disk, wherever there is a browser: `scripts/decrypt-page.ts` puts it together. */
import { EncryptionError } from "../../archive/encryption/encryption-error";
import { type Keys, readKeyFile } from "../../archive/encryption/keys";
import { decryptingTextsIn } from "../../screens/text/decrypting/language";
import { decryptFile } from "./decrypt-file";
import { choosePlace } from "./place";

// Chinese in traditional letters gets English, as everywhere.
const language = /^zh\b(?!-(?:TW|HK|MO|Hant))/i.test(navigator.language) ? "zh" : navigator.language.slice(0, 2);
const texts = decryptingTextsIn(language);

function added<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  parent: HTMLElement = document.body,
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  parent.append(element);
  return element;
}

/** A field below its label. */
function field(label: string, properties: Partial<HTMLInputElement>): HTMLInputElement {
  const around = added("label", { textContent: label }, main);
  return added("input", properties, around);
}

document.documentElement.lang = language === "ja" || language === "zh" ? language : "en";
document.title = texts.title;
const main = added("main", {});
added("h1", { textContent: texts.title }, main);
added("p", { textContent: texts.promise }, main);
const files = field(texts.files, { type: "file", multiple: true });
const keyFile = field(texts.keyFile, { type: "file" });
const secret = field(texts.secret, { type: "password", autocomplete: "off" });
added("p", { textContent: texts.secretNote, className: "note" }, main);
const list = added("ul", {}, main);
const status = added("p", { role: "status" }, main);

files.addEventListener("change", () => {
  list.replaceChildren();
  for (const file of files.files ?? []) {
    const button = added("button", { type: "button", textContent: texts.save(file.name) }, added("li", {}, list));
    button.addEventListener("click", () => save(file));
  }
});

const setDisabled = (disabled: boolean) => {
  for (const button of list.querySelectorAll("button")) button.disabled = disabled;
};

async function save(file: File): Promise<void> {
  const name = file.name.replace(/\.age$/i, "");
  setDisabled(true);
  try {
    // Asked first: a browser takes no question a while after somebody pressed.
    const place = await choosePlace(name, file.size);
    const keys = await keysAtHand();
    if (typeof keys === "string") {
      status.textContent = keys;
      await place.discard();
      return;
    }
    try {
      const report = (share: number) => (status.textContent = texts.working(file.name, Math.floor(share * 100)));
      report(0);
      const sha256 = await decryptFile(file, keys, { write: place.write, report });
      await place.close();
      status.textContent = texts.done(name, sha256);
    } catch (thrown) {
      await place.discard();
      throw thrown;
    }
  } catch (thrown) {
    status.textContent = whyNot(file.name, thrown);
  } finally {
    setDisabled(false);
  }
}

/** What was chosen and typed; or why that is nothing, in words. */
async function keysAtHand(): Promise<Keys | string> {
  const [chosen] = keyFile.files ?? [];
  const typed = secret.value.trim();
  const inFile = chosen ? readKeyFile(await chosen.text()) : [];
  if (!inFile) return texts.notAKeyFile;
  if (inFile.length === 0 && typed === "") return texts.noKey;
  const asKey = readKeyFile(typed.toUpperCase()) ?? [];
  return { identities: [...inFile, ...asKey], passphrases: typed !== "" && asKey.length === 0 ? [secret.value] : [] };
}

function whyNot(name: string, thrown: unknown): string {
  if (!(thrown instanceof EncryptionError)) {
    return texts.notSaved(name, thrown instanceof Error ? thrown.name : String(thrown));
  }
  return thrown.code === "NO_KEY_FITS"
    ? texts.problem.NO_KEY_FITS[thrown.wants](name)
    : texts.problem[thrown.code](name);
}
