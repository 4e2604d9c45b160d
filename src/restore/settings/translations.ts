import { isObject } from "../../archive/records/understood";
import type { Language } from "../../domain/source";
import { textIn } from "./shape";

/** What the names of an answer in a language are called, beside the default ones: `label` is in English `label@en`. */
const translatedName = (name: string, language: Language): string => `${name}@${language}`;

/**
 * An answer in which every text that is another in a language stands beside the default one, so that names in languages are compared as
 * everything else is.
 */
export function withTranslations(answer: unknown, translated: ReadonlyArray<readonly [Language, unknown]>): unknown {
  if (translated.length === 0 || !isObject(answer)) return answer;
  if (Array.isArray(answer)) {
    return answer.map((item: unknown, at) =>
      withTranslations(
        item,
        translated.flatMap(([language, other]) =>
          Array.isArray(other) && at < other.length ? [[language, other[at] as unknown] as const] : [],
        ),
      ),
    );
  }
  return Object.fromEntries(Object.entries(answer).flatMap(([name, member]) => membersIn(name, member as unknown)));

  function membersIn(name: string, member: unknown): Array<[string, unknown]> {
    const others = translated.flatMap(([language, other]) => {
      const counterpart = isObject(other) ? counterpartOf(name, member, other) : undefined;
      return counterpart === undefined ? [] : [[language, counterpart] as const];
    });
    if (typeof member !== "string") return [[name, withTranslations(member, others)]];
    const names = others.filter(([, other]) => typeof other === "string" && other !== member);
    return [
      [name, member],
      ...names.map(([language, other]): [string, unknown] => [translatedName(name, language), other]),
    ];
  }
}

/** By its name; what is called by its name in that language, by its place. */
function counterpartOf(name: string, member: unknown, other: object): unknown {
  if (Object.hasOwn(other, name)) return Reflect.get(other, name) as unknown;
  const index = textIn(member, "index");
  return index === "" ? undefined : Object.values(other).find((each) => textIn(each, "index") === index);
}
