import { expect } from "vitest";
import type { KintoneRecord } from "../../src/archive/records/kintone-app";
import { BackupError } from "../../src/domain/errors";
import type { RecordVersion } from "../../src/domain/record-copies";
import type { RecordValues } from "../../src/domain/record-store";
import type { Sink, Written } from "../../src/domain/sink";
import type { Source } from "../../src/domain/source";
import type { AppRef } from "../../src/domain/target";

/** An app without records, and those who write to it. */
export interface WritableApp {
  app: AppRef;
  /** Manages the app. */
  manager: Sink;
  /** May add, change and delete records, and no more. */
  writer: Sink;
  /** May look at records, and no more. */
  reader: Sink;
  source: Source;
  /** Gives the app a process: from the status `open` to `done` by the action `close`. */
  startProcess(): void;
  /** Lets the answers to writes be lost from now on, before or after these are done, until the returned function is called. */
  loseAnswers(when: "before" | "after"): () => void;
}

const text = (code: string, more: object = {}) => ({ type: "SINGLE_LINE_TEXT", code, label: code, ...more });
const number = (code: string, most: string) => ({ type: "NUMBER", code, label: code, maxValue: most });
const system = (type: string, code: string) => ({ type, code, label: code });

/** Of the app that lookups take from. It has one record: `CUSTOMER`. */
export const CUSTOMERS = { 名前: text("名前", { unique: true }) };
export const CUSTOMER = "青木商店";

/** The form that whoever runs the contract of a sink has to give the app. */
export function formOf(customersId: string) {
  const lookup = {
    relatedApp: { app: customersId, code: "" },
    ...{ relatedKeyField: "名前", fieldMappings: [], lookupPickerFields: [], filterCond: "", sort: "" },
  };
  return {
    title: text("title"),
    番号: text("番号", { unique: true }),
    amount: number("amount", "100"),
    部品: { ...system("SUBTABLE", "部品"), fields: { 個数: number("個数", "10"), note: text("note") } },
    owner: { ...system("USER_SELECT", "owner"), entities: [] },
    customer: text("customer", { lookup }),
    files: system("FILE", "files"),
    creator: system("CREATOR", "creator"),
    created: system("CREATED_TIME", "created"),
    modifier: system("MODIFIER", "modifier"),
    updated: system("UPDATED_TIME", "updated"),
  };
}

/** Field code to value. */
export function values(cells: Readonly<Record<string, unknown>>): RecordValues {
  return Object.fromEntries(Object.entries(cells).map(([code, value]) => [code, { value }]));
}

/** Adds records with these titles, which must succeed. */
export async function added({ manager, app }: WritableApp, ...named: string[]): Promise<readonly RecordVersion[]> {
  return versionsOf(
    await manager.add(
      app,
      named.map((title) => values({ title })),
    ),
  );
}

export function versionsOf(written: Written): readonly RecordVersion[] {
  expect(written.outcome).toBe("done");
  return written.outcome === "done" ? written.versions : [];
}

/** Everything that is in the app now. */
export function all({ source, app }: WritableApp): Promise<KintoneRecord[]> {
  return source.readRecords(app, { query: "", afterId: "0" });
}

export async function titles(writable: WritableApp): Promise<unknown[]> {
  return (await all(writable)).map(({ title }) => title?.value);
}

/** That it was not done, and how, by kintone's code, and about which app. */
export function expectRefusal(
  written: Written,
  { outcome, code, app }: { outcome: Written["outcome"]; code?: string; app: AppRef },
): void {
  expect(written).toMatchObject({ outcome, error: { facts: factsOf(app), ...(code && { answer: { code } }) } });
  expect("error" in written && written.error).toBeInstanceOf(BackupError);
}

export function factsOf({ appId, guestSpaceId }: AppRef): object {
  return { app: appId, ...(guestSpaceId !== undefined && { guestSpaceId }) };
}
