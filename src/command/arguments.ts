import { KEY_WORDS } from "./key-options";
import type { ProbeOrder } from "./probe-order";
import type { Misused, OptionValues, Options, Verb } from "./verb";
import { type CheckHistoryOrder, checkHistory } from "./verbs/check-history";
import { type CompareOrder, compare } from "./verbs/compare";
import { type CompareSettingsOrder, compareSettings } from "./verbs/compare-settings";
import { type DecryptOrder, decrypt } from "./verbs/decrypt";
import { type DeliverOrder, deliver } from "./verbs/deliver";
import { type DrillOrder, drill } from "./verbs/drill";
import { type HoldOrder, hold } from "./verbs/hold";
import { probe } from "./verbs/probe";
import { type PruneOrder, prune } from "./verbs/prune";
import { type ProveKeyOrder, proveKey } from "./verbs/prove-key";
import { type RebuildOrder, rebuild } from "./verbs/rebuild";
import { type RehearseOrder, rehearse } from "./verbs/rehearse";
import { type RestoreOrder, restore } from "./verbs/restore";
import { type RunOrder, run } from "./verbs/run";
import { type TestPlaceOrder, testPlace } from "./verbs/test-place";
import { type VerifyOrder, verify } from "./verbs/verify";

/** What the command line asks for. */
export type Command = Order | { kind: "help" } | { kind: "version" } | Misused;

type Order =
  | RunOrder
  | DeliverOrder
  | TestPlaceOrder
  | VerifyOrder
  | DecryptOrder
  | ProveKeyOrder
  | CheckHistoryOrder
  | CompareOrder
  | CompareSettingsOrder
  | RehearseOrder
  | RestoreOrder
  | RebuildOrder
  | DrillOrder
  | PruneOrder
  | HoldOrder
  | ProbeOrder;
/** In the order of help. */
export const VERBS: ReadonlyArray<Verb<Order>> = [
  run,
  deliver,
  testPlace,
  verify,
  decrypt,
  checkHistory,
  rehearse,
  compare,
  compareSettings,
  restore,
  rebuild,
  drill,
  prune,
  hold,
  proveKey,
  probe,
];

/**
 * Of all verbs, in the shape that `node:util`'s parseArgs takes. One name may be several verbs': what may be given several times with one of
 * them is read so, and is then what the verb says (`valuesFor`).
 */
export const OPTIONS: Options = {
  ...Object.fromEntries(
    VERBS.flatMap(({ options }) => Object.entries(options)).sort(
      ([, one], [, other]) => Number(one.multiple ?? false) - Number(other.multiple ?? false),
    ),
  ),
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
};

export const USAGE = `kintone-backup: backs up every enabled target of a backup-management app

${VERBS.map(({ synopsis }) => `  kintone-backup ${synopsis} [--lang ja|en|zh]\n`).join("")}
${VERBS.map(({ optionWords }) => optionWords).join("")}${KEY_WORDS}\
  --lang <code>   language of messages, log and history (default: of the environment)

${VERBS.map(({ explanation }) => explanation).join("\n")}`;

/** @param environmentLanguage what is spoken without `--lang` */
export function toCommand(
  { positionals, values }: { positionals: readonly string[]; values: OptionValues },
  environmentLanguage: string,
): Command {
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const [name, ...things] = positionals;
  const verb = VERBS.find((each) => each.name === name);
  if (!verb) return { kind: "misused", reason: name ? "unknown command" : "no command given" };
  const foreign = VERBS.flatMap(({ options }) => Object.keys(options)).find(
    (option) => values[option] && !(option in verb.options),
  );
  const of = verb.name;
  if (foreign) return { kind: "misused", reason: `--${foreign} belongs to ${namesOfThoseWith(foreign)}`, of };
  const language = typeof values.lang === "string" ? values.lang : environmentLanguage;
  const order = verb.read({ things, values: valuesFor(verb, values), language });
  return order.kind === "misused" ? { ...order, of } : order;
}

/** Of what may be given once only, the last counts, as parseArgs has it. */
function valuesFor({ options }: Verb<Order>, values: OptionValues): OptionValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) && !options[name]?.multiple ? value.at(-1) : value,
    ]),
  );
}

function namesOfThoseWith(option: string): string {
  const names = VERBS.flatMap(({ name, options }) => (option in options ? [name] : []));
  return new Intl.ListFormat("en").format(names);
}
