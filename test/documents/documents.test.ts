import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/root";
import { drillingMessagesFor } from "../../src/screens/text/drilling/language";
import { overviewMessagesFor } from "../../src/screens/text/history/language";
import { rebuildPageMessagesFor } from "../../src/screens/text/rebuild/page/language";
import { rehearsalMessagesFor } from "../../src/screens/text/rehearsal/language";
import { adminMessagesFor } from "../../src/screens/text/settings/language";
import { auditorMessagesFor } from "../../src/screens/text/verify/language";

const inFolder = (folder: string, ending: string) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => path.posix.join(folder, name));
const DOCUMENTS = [".", "docs", "docs/guides"].flatMap((folder) => inFolder(folder, ".md"));
const textOf = (document: string) => readFileSync(path.join(root, document), "utf8");

/** How GitHub calls a heading in a link. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, "")
    .replaceAll(" ", "-");
const anchorsOf = (document: string) =>
  [...textOf(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

/** The links of a document to files of the repository: the file, and the heading if there is one. */
const linksOf = (document: string) =>
  [...textOf(document).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^\w+:/.test(link))
    .map((link) => {
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? document : path.posix.join(path.posix.dirname(document), file);
      return { link, target, anchor };
    });

it.each(DOCUMENTS)("every link in %s leads somewhere", (document) => {
  const dead = linksOf(document).filter(
    ({ target, anchor }) =>
      !existsSync(path.join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor)),
  );
  expect(dead).toEqual([]);
});

it.each(["en", "ja"])("the README shows every picture that is taken in %s", (language) => {
  const shown = linksOf(language === "en" ? "README.md" : `README.${language}.md`).map(({ target }) => target);
  const taken = inFolder("docs/images", `.${language}.png`);
  expect(taken.length).toBeGreaterThan(15);
  expect(taken.filter((picture) => !shown.includes(picture))).toEqual([]);
});

/** Every text that takes no values. */
function constants(node: object): string[] {
  return Object.values(node).flatMap((value: unknown) => {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? constants(value) : [];
  });
}

/** What a guide tells people to press, with the sign that it has for that in its language. */
const BUTTONS = { ja: /［([^］]+)］/g, en: /press(?:es)? \*\*([^*]+)\*\*/gi };

describe.each(["ja", "en"] as const)("guides in %s", (language) => {
  const ofScreens = [
    overviewMessagesFor,
    auditorMessagesFor,
    rehearsalMessagesFor,
    adminMessagesFor,
    drillingMessagesFor,
    rebuildPageMessagesFor,
  ];
  const texts = new Set(ofScreens.flatMap((messagesFor) => constants(messagesFor(language))));
  // Who uses the command presses nothing.
  const guides = DOCUMENTS.filter((document) => !/-command\.|\bencryption\./.test(document)).filter((document) =>
    language === "en" ? /guides\/\w+\.md$/.test(document) : document.endsWith(`.${language}.md`),
  );

  it.each(guides)("%s names buttons as the screens do", (guide) => {
    const named = [...textOf(guide).matchAll(BUTTONS[language])].map(([, button = ""]) => button);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((button) => !texts.has(button))).toEqual([]);
  });
});
