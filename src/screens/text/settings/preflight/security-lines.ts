import type { Entity } from "../../../../domain/app-settings";
import { labelsIn } from "../../../../history/app-definition/labels-in";
import { EVERYONE } from "../../../../history/app-definition/record-rights";
import type { SecretPlace, SecurityFacts, SecurityItem, SecurityKey } from "../../../../history/security/item";
import { harmless } from "../../harmless";
import { describeProblem } from "../../run/problem-sentence";
import type { AdminMessages } from "../language";
import type { PreflightMessages, SecurityWords } from "./messages";

/** What was found at a point of the list, or why it could not be looked at. */
export function securityLines(item: SecurityItem, messages: AdminMessages): string[] {
  if ("error" in item) return [describeProblem(messages, item)];
  const { security } = messages.settings.preflight;
  const found = security.found[item.key] as (facts: SecurityFacts[SecurityKey], words: SecurityWords) => string[];
  const lines = found(item.facts, wordsOf(messages));
  const places = item.key === "secrets" ? item.facts.places.map((place) => secretPlace(place, security)) : [];
  return [...lines, ...places].map(harmless);
}

function wordsOf(messages: AdminMessages): SecurityWords {
  const { number, moment } = messages.quantities;
  const { list, locale, security } = messages.settings.preflight;
  return {
    number,
    moment: (iso) => moment(iso) ?? iso,
    fields: (codes) => list(codes.map((code) => labelsIn(locale).fields[code])),
    entities: (found) => list(found.map((entity) => entityName(entity, security))),
  };
}

function entityName({ type, code }: Entity, text: PreflightMessages["security"]): string {
  if (type === EVERYONE.type && code === EVERYONE.code) return text.entity.everyone;
  if (type === "CREATOR") return text.entity.creator;
  const kinds: Readonly<Record<string, string>> = text.kind;
  return text.entity.named(kinds[type] ?? type, code ?? "");
}

function secretPlace(place: SecretPlace, { secret }: PreflightMessages["security"]): string {
  switch (place.kind) {
    case "config":
      return secret.config(place);
    case "field":
      return secret.field(place);
    case "target":
      return secret.target(place);
  }
}
