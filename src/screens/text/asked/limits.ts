import type { Asked } from "../../../domain/asked";
import { PARTS } from "../../../domain/target";
import { harmless } from "../harmless";
import { oneLine } from "../one-line";
import type { AskedMessages } from "./messages";

/** What limits a backup, in one line; `undefined` when everything was asked for. */
export function limitsOf({ query, include, excludedFields }: Asked, texts: AskedMessages): string | undefined {
  const limits = [
    ...(query ? [texts.condition(query)] : []),
    ...(include.length < PARTS.length ? [texts.only(include)] : []),
    ...(excludedFields.length > 0 ? [texts.without(excludedFields)] : []),
  ];
  return limits.length > 0 ? oneLine(harmless(texts.limited(limits))) : undefined;
}

/** The same behind a sentence that tells amounts; nothing when everything was asked for. */
export function limitsBehind(asked: Asked, texts: AskedMessages): string {
  const told = limitsOf(asked, texts);
  return told === undefined ? "" : texts.behind(told);
}
