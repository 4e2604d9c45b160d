import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { pictureOf } from "../../restore/apps/rebuilding";

type Cell = { type: string; value: unknown };

/** What the official client sees of an app. */
export interface AppPicture {
  settings: Readonly<Record<string, unknown>>;
  /** By their ids. */
  records: ReadonlyMap<string, RecordPicture>;
}

export interface RecordPicture {
  /** As people see them: without ids of rows and keys of files. */
  values: Readonly<Record<string, { type: string; shown: string }>>;
  comments: readonly string[];
}

export async function photograph(client: KintoneRestAPIClient, id: string): Promise<AppPicture> {
  const [settings, records] = await Promise.all([pictureOf(client, id), client.record.getAllRecords({ app: id })]);
  const shown = records.map(async (record) => {
    const recordId = String((record.$id as Cell).value);
    const values = Object.entries(record as Record<string, Cell>).map(([code, { type, value }]) => {
      return [code, { type, shown: canonical(plain(value)) }] as const;
    });
    return [
      recordId,
      { values: Object.fromEntries(values), comments: await commentsOf(client, id, recordId) },
    ] as const;
  });
  return { settings, records: new Map(await Promise.all(shown)) };
}

/** Texts without what stands before them; none where the app has none switched on. */
async function commentsOf({ record }: KintoneRestAPIClient, app: string, id: string): Promise<string[]> {
  const { comments } = await record.getRecordComments({ app, record: id, order: "asc" });
  return comments.map(({ text }) => text.trim().split("\n").at(-1) ?? "");
}

/** The same for the same, in whatever order members come. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}

function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return isPerson(value) ? value.code : value;
  const items = value.map((item: object) => {
    if ("value" in item) return Object.fromEntries(cellsOf(item.value as Record<string, Cell>));
    if ("fileKey" in item) return [Reflect.get(item, "name"), Reflect.get(item, "size")];
    return plain(item);
  });
  return items.every((item) => typeof item === "string") ? [...items].sort() : items;
}

const cellsOf = (cells: Record<string, Cell>) => Object.entries(cells).map(([code, { value }]) => [code, plain(value)]);

const isPerson = (value: unknown): value is { code: string } =>
  typeof value === "object" && value !== null && "code" in value && "name" in value;
