import type { Entity, FieldRight, Manager, RecordRule } from "../../domain/app-settings";
import type { AppRight } from "../../domain/settings-desk";
import { EVERYONE, type RecordRuleKey, recordRules } from "../app-definition/record-rights";
import { DEFINING_FIELDS, misfitOf } from "../app-definition/target-rights";
import { sameCondition } from "../preparation/same-condition";
import type { SecurityFacts } from "./item";

const isEveryone = ({ type, code }: Entity) => type === EVERYONE.type && code === EVERYONE.code;
const isSame = (one: Entity, other: Entity) => one.type === other.type && one.code === other.code;

/** Who may view records, as the app's permissions say. */
export function readersOf(rights: readonly AppRight[]): SecurityFacts["readers"] {
  const entities = rights.filter(({ recordViewable }) => recordViewable).map(({ entity }) => entity);
  return { everyone: entities.some(isEveryone), entities };
}

/**
 * Who can change or delete finished runs and recorded changes of settings: the app's record permissions, compared with
 * those of the definition (`app-definition/record-rights.ts`). Those who manage the app can by design.
 */
export function historyWriters(
  rights: readonly AppRight[],
  rules: readonly RecordRule[],
  creator: string | undefined,
): SecurityFacts["history-writers"] {
  const managers = managingEntities(rights);
  const { missing, loosened, places } = judgedRules(managers, rules, creator);
  const isOfHistory = (key: RecordRuleKey) => key !== "targets";
  return {
    // Without the rule that opens some, the next one closes them like the others.
    missing: missing.filter((key) => isOfHistory(key) && key !== "unconfirmedRuns"),
    loosened: loosened.filter(isOfHistory),
    othersFirst: places.length > 0 && Math.max(...places) > places.length - 1,
    everyoneManages: managers.some(isEveryone),
    managers,
  };
}

/** Which rules of the definition are missing, and which let others than managers do more; and where those are that are there. */
function judgedRules(managers: readonly Entity[], rules: readonly RecordRule[], creator: string | undefined) {
  const wanted = Object.entries(recordRules([])) as Array<[RecordRuleKey, RecordRule]>;
  const placeOf = ({ filterCond }: RecordRule) => rules.findIndex((rule) => sameCondition(rule.filterCond, filterCond));
  const isManager = (entity: Entity) =>
    managers.some((manager) => isSame(manager, entity) || (manager.type === "CREATOR" && isUser(entity, creator)));
  const loosened = wanted.filter(([, rule]) => {
    const [mayBeEdited] = rule.entities.map(({ editable }) => editable);
    return (rules[placeOf(rule)]?.entities ?? []).some(
      ({ entity, editable, deletable }) =>
        (deletable || (editable && !mayBeEdited)) && (isEveryone(entity) || !isManager(entity)),
    );
  });
  const keysOf = (some: typeof wanted) => some.map(([key]) => key);
  return {
    missing: keysOf(wanted.filter(([, rule]) => placeOf(rule) === -1)),
    loosened: keysOf(loosened),
    places: wanted.map(([, rule]) => placeOf(rule)).filter((place) => place !== -1),
  };
}

function managingEntities(rights: readonly AppRight[]): Entity[] {
  return rights.filter(({ appEditable }) => appEditable).map(({ entity }) => entity);
}

/**
 * Who can change what is backed up: the permissions of the fields that say so, compared with those of the definition
 * (`app-definition/target-rights.ts`), and of the records that must not be deleted.
 *
 * @param managers as permissions for fields name them
 */
export function targetWriters(
  managers: readonly Manager[],
  fieldRights: readonly FieldRight[],
  {
    rights,
    rules,
    creator,
  }: { rights: readonly AppRight[]; rules: readonly RecordRule[]; creator: string | undefined },
): SecurityFacts["target-writers"] {
  const { missing, loosened } = judgedRules(managingEntities(rights), rules, creator);
  const misfits = DEFINING_FIELDS.map((code) => ({
    code,
    ...misfitOf(
      fieldRights.find((right) => right.code === code),
      managers,
    ),
  })).filter(({ others, lacking }) => others.length + lacking.length > 0);
  const once = (entities: readonly Entity[]) =>
    entities.filter((entity, at) => entities.findIndex((other) => isSame(other, entity)) === at);
  return {
    fields: misfits.map(({ code }) => code),
    others: once(misfits.flatMap(({ others }) => others)),
    lacking: once(misfits.flatMap(({ lacking }) => lacking)),
    deletable: [...missing, ...loosened].includes("targets"),
  };
}

/** Record permissions name a person where the app's permissions say "who made the app"; who that is cannot always be told. */
function isUser({ type, code }: Entity, creator: string | undefined): boolean {
  return type === "USER" && (creator === undefined || code === creator);
}

/** Whether anybody in particular manages an app: kintone knows no owner, only who may change the app's settings. */
export function ownershipOf(
  rights: readonly AppRight[],
  creator: string | undefined,
): "somebody" | "everybody" | "nobody" {
  const known = managingEntities(rights).filter(({ type }) => type !== "CREATOR" || creator !== "");
  if (known.some((entity) => !isEveryone(entity))) return "somebody";
  return known.length > 0 ? "everybody" : "nobody";
}
