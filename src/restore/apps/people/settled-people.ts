import type { People, Replaced } from "../../plan/restore-choices";

/** Somebody whom a setting names. */
export interface NamedPerson {
  people: People;
  code: string;
}

/** Somebody who is gone, and who stands in their place. */
export interface SettledPerson extends NamedPerson {
  instead: string | null;
}

/** Who is gone of those whom settings name, and what was decided about them. */
export interface SettledPeople {
  /** The value without those who are gone, or with who stands in their place; each of them is told. */
  settled<Value>(value: Value, told: (person: SettledPerson) => void): Value;
  /** Those whom it names and in whose place nobody stands. */
  leftOut(value: unknown): NamedPerson[];
}

const PEOPLE_OF: Readonly<Record<string, People>> = { USER: "users", ORGANIZATION: "organizations", GROUP: "groups" };

/** Groups that are there by themselves, and guests, whom no list tells of. */
export const isOfItsOwn = ({ people, code }: NamedPerson): boolean =>
  people === "users" ? code.startsWith("guest/") : people === "groups" && code === "everyone";

/** Everybody whom a setting names, wherever in it: as an entity, or in a list of them (OpenAPI 20250423). */
export function peopleIn(value: unknown): NamedPerson[] {
  if (Array.isArray(value)) return value.flatMap(peopleIn);
  if (typeof value !== "object" || value === null) return [];
  const person = personOf(value);
  return person ? [person] : Object.values(value).flatMap(peopleIn);
}

/** @param gone those of `peopleIn` who are not there, or cannot log in */
export function settlePeople(gone: readonly NamedPerson[], replaced: Replaced): SettledPeople {
  const isGone = ({ people, code }: NamedPerson) => gone.some((one) => one.people === people && one.code === code);
  const insteadOf = ({ people, code }: NamedPerson) => replaced[people][code] ?? null;

  function settled(value: unknown, told: (person: SettledPerson) => void): unknown {
    if (Array.isArray(value)) {
      return value.flatMap((item: unknown): unknown[] => {
        const person = personOf(entityOf(item));
        if (!person || !isGone(person)) return [settled(item, told)];
        const instead = insteadOf(person);
        told({ ...person, instead });
        return instead === null ? [] : [withCode(item, instead)];
      });
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, settled(member, told)]));
  }

  return {
    settled: <Value>(value: Value, told: (person: SettledPerson) => void) => settled(value, told) as Value,
    leftOut: (value) => peopleIn(value).filter((person) => isGone(person) && insteadOf(person) === null),
  };
}

function personOf(value: unknown): NamedPerson | undefined {
  // A field that groups others has such a type and a code, too, and more.
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 2) return undefined;
  const [type, code]: unknown[] = [Reflect.get(value, "type"), Reflect.get(value, "code")];
  const people = typeof type === "string" && Object.hasOwn(PEOPLE_OF, type) ? PEOPLE_OF[type] : undefined;
  if (!people || typeof code !== "string") return undefined;
  const person = { people, code };
  return isOfItsOwn(person) ? undefined : person;
}

/** Of a list, an item is an entity, or has one. */
function entityOf(item: unknown): unknown {
  const inner: unknown = typeof item === "object" && item !== null ? Reflect.get(item, "entity") : undefined;
  return inner ?? item;
}

function withCode(item: unknown, code: string): unknown {
  const whole = item as Record<string, unknown>;
  return "entity" in whole ? { ...whole, entity: { ...(whole.entity as object), code } } : { ...whole, code };
}
