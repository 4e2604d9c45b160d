import { type BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import type { Directory, Known } from "../../domain/directory";
import type { Cell } from "../../archive/records/kintone-app";
import { isObject } from "../../archive/records/understood";
import type { ComparedForms } from "../compare/compared-forms";
import { PEOPLE, type People } from "../plan/restore-choices";
import { type Gathered, gatherRecords, under } from "./concerned";
import { cellsOf, type PlacedProperty, placedProperties, plannedCode, writtenProperties } from "./form-fields";
import type { Obstacle } from "./obstacle";
import type { PlannedRecord, RecordCheck } from "./planned-records";

const KIND_OF: Readonly<Record<string, People>> = {
  ...{ USER_SELECT: "users", CREATOR: "users", MODIFIER: "users" },
  ...{ ORGANIZATION_SELECT: "organizations", GROUP_SELECT: "groups" },
};

const STAMPS: ReadonlySet<string> = new Set(["CREATOR", "MODIFIER"]);

/** The most that one request asks for (cybozu.dev, User API). */
const CODES_AT_ONCE = 100;

/** Where somebody was met, who is not there or cannot log in. */
interface Missed {
  code: string;
  person: string;
  isInactive: boolean;
  records: Gathered;
  fields: Map<string, Gathered>;
  /** Whether they may be left out of every field that they are in. */
  mayBeLeftOut: boolean;
}

interface Met {
  placed: PlacedProperty;
  id: string;
  code: string;
  person: string;
}

/**
 * Users, organizations and groups of planned records that are not there any more, and users who cannot log in, whom kintone does not take either:
 * UNCONFIRMED(inactive-users). Costs a request for each kind and hundred of codes; where kintone
 * tells nothing, that is told. Guests are in no list (cybozu.dev, User API), so nobody can tell of them.
 */
export function checkPeople(
  { present, fields }: ComparedForms,
  stamps: boolean,
  directory: Directory,
): RecordCheck<Obstacle[]> {
  const naming = [
    ...writtenProperties(present, fields),
    ...placedProperties(present).filter(({ property: { type } }) => stamps && STAMPS.has(type)),
  ].flatMap((placed) => {
    const people = KIND_OF[placed.property.type];
    return people ? [{ placed, people }] : [];
  });
  const kinds = new Map(PEOPLE.map((people) => [people, createKind(people, directory)]));

  function isMeant({ property, table }: PlacedProperty, { change, isWritten }: PlannedRecord): boolean {
    return STAMPS.has(property.type)
      ? change === undefined
      : isWritten(plannedCode({ property, ...(table && { table }) }));
  }

  return {
    see(record) {
      for (const { placed, people } of naming) {
        if (!isMeant(placed, record)) continue;
        for (const somebody of cellsOf(record.wanted, placed).flatMap(namedIn)) {
          kinds.get(people)?.meet({ placed, id: record.id, ...somebody });
        }
      }
    },
    async ask() {
      for (const kind of kinds.values()) await kind.ask();
    },
    found: () => [...kinds.values()].flatMap((kind) => kind.found()),
  };
}

function createKind(people: People, directory: Directory) {
  const known = new Map<string, Known>();
  const missed = new Map<string, Missed>();
  const unasked = new Set<string>();
  let waiting: Met[] = [];
  let error: BackupError | undefined;

  async function ask(): Promise<void> {
    const codes = [...unasked].filter((code) => !known.has(code) && !missed.has(code));
    try {
      for (let at = 0; at < codes.length && !error; at += CODES_AT_ONCE) {
        for (const [code, one] of await directory.known(people, codes.slice(at, at + CODES_AT_ONCE))) {
          known.set(code, one);
        }
      }
    } catch (thrown) {
      error = toBackupError(thrown);
      if (endsTheRun(error)) throw error;
    }
    if (!error) {
      unasked.clear();
      for (const met of waiting) book(met);
    }
    waiting = [];
  }

  function book({ placed, id, code, person }: Met): void {
    const one = known.get(code);
    if (one?.isActive) return;
    const { property } = placed;
    const somebody = under(missed, code, () => ({
      ...{ code, person, isInactive: one !== undefined, records: gatherRecords(), mayBeLeftOut: true },
      fields: new Map<string, Gathered>(),
    }));
    somebody.records.add(id);
    under(somebody.fields, property.code, gatherRecords).add(id);
    if (Reflect.get(property, "required") === true) somebody.mayBeLeftOut = false;
  }

  return {
    ask,
    meet(met: Met): void {
      if (isOfItsOwn(people, met.code)) return;
      if (!known.has(met.code)) unasked.add(met.code);
      if (!known.get(met.code)?.isActive && !error) waiting.push(met);
    },
    found(): Obstacle[] {
      if (error) return [{ code: "PEOPLE_UNKNOWN", weight: "told", people, count: unasked.size, error, ways: [] }];
      return [...missed.values()].map(({ code: name, person, isInactive, records, fields, mayBeLeftOut }): Obstacle => {
        const counted = [...fields].map(([field, { ids }]) => ({ field, records: ids.length }));
        return {
          ...{ code: "PERSON_GONE", weight: "asks", people, state: isInactive ? "inactive" : "gone", name, person },
          ...{ fields: counted, records: records.concerned() },
          ways: [{ way: "replace-person", people, name, mayBeLeftOut }, records.leaveOut()],
        };
      });
    },
  };
}

/** Guests are not told of, and everyone is a group that is there by itself. What an API token wrote is of nobody. */
function isOfItsOwn(people: People, code: string): boolean {
  return code === "" || (people === "users" ? code.startsWith("guest/") : people === "groups" && code === "everyone");
}

function namedIn(cell: Cell | undefined): Array<{ code: string; person: string }> {
  return [cell?.value].flat().flatMap((one) => {
    if (!isObject(one)) return [];
    const [code, name]: unknown[] = [Reflect.get(one, "code"), Reflect.get(one, "name")];
    return typeof code === "string" ? [{ code, person: typeof name === "string" ? name : code }] : [];
  });
}
