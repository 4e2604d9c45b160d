import type { App } from "../../emulator/domain/app";

/** What the local kintone has stored of an app, by ids, as people see it: no keys of files, no ids of rows. */
export function picture(app: App): Map<number, Record<string, unknown>> {
  return new Map([...app.records.ascending()].map(({ id, values }) => [id, shown(values) as Record<string, unknown>]));
}

function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== "object" || value === null) return value;
  const { content, values } = value as { content?: { name: string; bytes?: Uint8Array }; values?: object };
  if (content) return [content.name, Buffer.from(content.bytes ?? []).toString()];
  if (values) return shown(values);
  return Object.fromEntries(Object.entries(value).map(([code, each]) => [code, shown(each)]));
}
