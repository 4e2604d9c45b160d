/**
 * A part of an answer, looked into without trust: nobody promises that kintone's answers stay as they are described. What is
 * not there is not wrong, and numbers are taken for texts; what is there and cannot be what it should be is noted by its way.
 */
export interface AnswerPart {
  /** In JSONPath, `$.desktop.js[0]`. */
  readonly way: string;
  readonly value: unknown;
  /** Neither absent nor `null`. */
  readonly isThere: boolean;
  /** A member of an object. */
  member(name: string): AnswerPart;
  /** All members of an object. */
  members(): Array<[name: string, part: AnswerPart]>;
  /** The entries of a list. */
  items(): AnswerPart[];
  text(): string | undefined;
  /** Yes or no. */
  flag(): boolean | undefined;
  /** Notes that this part cannot be understood, or that it should be there. */
  note(): void;
}

/** An answer, and the ways to the parts of it that cannot be understood, as they are found. */
export function lookInto(answer: unknown): { root: AnswerPart; notUnderstood: Set<string> } {
  const notUnderstood = new Set<string>();
  const root = partOf(answer, "$", notUnderstood);
  if (!isObject(answer)) root.note();
  return { root, notUnderstood };
}

function partOf(value: unknown, way: string, notes: Set<string>): AnswerPart {
  const isThere = value !== undefined && value !== null;
  const members = (): Record<string, unknown> => {
    if (isObject(value)) return value;
    if (isThere) part.note();
    return {};
  };
  const part: AnswerPart = {
    ...{ way, value, isThere },
    member(name) {
      const all = members();
      // Of what is no object, that is told, and not that each of its members is not there.
      return partOf(
        Object.hasOwn(all, name) ? all[name] : undefined,
        inside(way, name),
        isObject(value) ? notes : new Set(),
      );
    },
    members: () => Object.entries(members()).map(([name, member]) => [name, partOf(member, inside(way, name), notes)]),
    items() {
      if (Array.isArray(value)) return value.map((item: unknown, at) => partOf(item, `${way}[${at}]`, notes));
      if (isThere) part.note();
      return [];
    },
    text() {
      if (typeof value === "string") return value;
      if (typeof value === "number") return String(value);
      if (isThere) part.note();
      return undefined;
    },
    flag() {
      if (typeof value === "boolean") return value;
      if (isThere) part.note();
      return undefined;
    },
    note() {
      notes.add(way);
    },
  };
  return part;
}

function inside(way: string, name: string): string {
  return /^[A-Za-z_]\w*$/u.test(name) ? `${way}.${name}` : `${way}[${JSON.stringify(name)}]`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
