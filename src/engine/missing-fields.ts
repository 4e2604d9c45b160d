import type { FormFields, KintoneRecord } from "../archive/kintone-app";

/** Types that are in no record at all (kintone.dev, field types). */
const NEVER_IN_RECORDS = new Set(["GROUP", "REFERENCE_TABLE", "LABEL", "SPACER", "HR"]);

/** Finds the fields that the form has and the records lack: kintone leaves out what the user may not read, without a word. */
export interface MissingFields {
  see(record: KintoneRecord): void;
  /** Codes, in the order of the form. */
  found(): string[];
}

export function createMissingFields({ properties }: FormFields): MissingFields {
  const expected = Object.values(properties)
    // STATUS, STATUS_ASSIGNEE and CATEGORY are in the form even when they are switched off.
    .filter(({ type, enabled }) => !NEVER_IN_RECORDS.has(type) && enabled !== false)
    .map(({ code }) => code);
  const missing = new Set<string>();
  return {
    see(record) {
      for (const code of expected) if (!Object.hasOwn(record, code)) missing.add(code);
    },
    found: () => expected.filter((code) => missing.has(code)),
  };
}
