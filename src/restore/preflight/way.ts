import type { Confirmed, GivenValue, People, RestoreChoices } from "../plan/restore-choices";

/**
 * Something that people can decide about an obstacle. `decided` puts it into the choices. With a `null` as what they chose, somebody is left
 * out, and a choice is left empty.
 */
export type Way =
  /** `to`: codes of the app's fields that it may be; the first ones have the same label. */
  | { way: "rename-field"; field: string; to: readonly string[] }
  | { way: "leave-out-field"; field: string }
  /** `options` where the field has some; `several` where it takes more than one. */
  | { way: "give-value"; field: string; type: string; options?: readonly string[]; several: boolean }
  | { way: "leave-out-records"; ids: readonly string[] }
  /** `mayBeLeftOut`: without anybody in the place; of a creator, that is who restores. */
  | { way: "replace-person"; people: People; name: string; mayBeLeftOut: boolean }
  /** `proposal`: the option that stands where this one stood. */
  | {
      way: "replace-option";
      field: string;
      option: string;
      to: readonly string[];
      proposal?: string;
      mayBeLeftOut: boolean;
    }
  /** The mode is given up. */
  | { way: "leave-mode"; mode: "add" | "putBack" | "remove" }
  | { way: "confirm"; what: Exclude<keyof Confirmed, "removals"> }
  /** The name of the app has to be typed, and the number. */
  | { way: "confirm-removals"; appName: string; records: number };

/** What somebody chose of a way, where it leaves a choice. */
export type Chosen = GivenValue | null;

/** The choices with what was decided. Whatever the plan was made of may be another now (`asksForComparing`). */
export function decided(choices: RestoreChoices, way: Way, chosen: Chosen = null): RestoreChoices {
  switch (way.way) {
    case "rename-field":
      return typeof chosen === "string"
        ? { ...choices, renamed: { ...choices.renamed, [way.field]: chosen } }
        : choices;
    case "leave-out-field":
      return { ...choices, leftOutFields: together(choices.leftOutFields, [way.field]) };
    case "give-value":
      return chosen === null ? choices : { ...choices, given: { ...choices.given, [way.field]: chosen } };
    case "leave-out-records":
      return { ...choices, leftOutRecords: together(choices.leftOutRecords, way.ids) };
    case "replace-person": {
      const others = { ...choices.replaced[way.people], [way.name]: one(chosen) };
      return { ...choices, replaced: { ...choices.replaced, [way.people]: others } };
    }
    case "replace-option": {
      const others = { ...choices.options[way.field], [way.option]: one(chosen) };
      return { ...choices, options: { ...choices.options, [way.field]: others } };
    }
    case "leave-mode":
      return withoutMode(choices, way.mode);
    case "confirm":
      return { ...choices, confirmed: { ...choices.confirmed, [way.what]: true } };
    case "confirm-removals": {
      const { appName, records } = way;
      return { ...choices, confirmed: { ...choices.confirmed, removals: { appName, records } } };
    }
  }
}

/** Whether findings of a comparison that was made with the one say too little for a plan by the other. What only leaves out needs no other. */
export function asksForComparing(before: RestoreChoices, after: RestoreChoices): boolean {
  const asked = ({ renamed, replaced, options, bytes, leftOutFields }: RestoreChoices) =>
    JSON.stringify([renamed, replaced, options, bytes ?? false, leftOutFields]);
  return asked(before) !== asked(after);
}

function withoutMode({ remove, ...choices }: RestoreChoices, mode: "add" | "putBack" | "remove"): RestoreChoices {
  return {
    ...choices,
    ...(mode === "add" && { addMissing: false }),
    ...(mode === "putBack" && { putBack: false }),
    ...(mode !== "remove" && remove && { remove }),
  };
}

const one = (chosen: Chosen): string | null => (typeof chosen === "string" ? chosen : null);

const together = (some: readonly string[], others: readonly string[]) => [...new Set([...some, ...others])];
