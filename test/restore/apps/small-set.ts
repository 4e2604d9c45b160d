import { expect } from "vitest";
import { type OpenArchive, openArchive } from "../../../src/archive/reading/open-archive";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { createAppWorkshop } from "../../../src/kintone/settings/app-workshop";
import { createRestSink } from "../../../src/kintone/writing/rest-sink";
import { restoreRecordsOfSet, type SetRun } from "../../../src/restore/apps/records/restore-records-of-set";
import type { SetApp } from "../../../src/restore/apps/records/set-app";
import type { SetOrder } from "../../../src/restore/apps/records/set-world";
import { type BackedUpKintone, runUnopened, target } from "../../backup/whole-runs/run-against";
import type { App } from "../../emulator/domain/app";
import type { ProcessManagement } from "../../emulator/domain/app-settings";
import { withProcess } from "../../emulator/domain/process-management";
import type { Properties } from "../../emulator/domain/form";
import { type KeptSet, keptWorld, lives, nothingKept, type Step } from "./kept-set";

export const text = (code: string, more: object = {}) => ({ type: "SINGLE_LINE_TEXT", code, label: code, ...more });
export const number = (code: string, more: object = {}) => ({ type: "NUMBER", code, label: code, ...more });
export const table = (code: string, ...fields: Array<{ code: string }>) => ({
  ...{ type: "SUBTABLE", code, label: code },
  fields: Object.fromEntries(fields.map((field) => [field.code, field])),
});

/** A lookup into an app by a key, which fills fields from those of the same app. */
export const lookup = (
  code: string,
  app: number,
  key: string,
  copies: Record<string, string> = {},
  more: object = {},
) =>
  text(code, {
    ...more,
    lookup: {
      relatedApp: { app: String(app), code: "" },
      relatedKeyField: key,
      fieldMappings: Object.entries(copies).map(([field, relatedField]) => ({ field, relatedField })),
      lookupPickerFields: [],
      filterCond: "",
      sort: "",
    },
  });

/** The process that an app would have been given when it was made. */
export function startProcess(domain: BackedUpKintone["domain"], app: App, process: ProcessManagement): void {
  app.change(withProcess(app.preview, process, domain.settingIds()));
  app.deploy("admin");
}

export const cells = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }])) as never;

type Form = (id: (name: string) => number) => ReadonlyArray<{ code: string }>;

/** Apps whose lookups look into one another, an archive of them, and new apps with the same forms. */
export function smallSet({ domain, ...kintone }: BackedUpKintone, forms: Record<string, Form>, first = 10) {
  const names = Object.keys(forms);
  const made = (offset: number, suffix: string): Map<string, App> => {
    const idOf = (name: string) => offset + names.indexOf(name);
    return new Map(
      names.map((name) => {
        const fields = forms[name]?.(idOf) ?? [];
        const properties = Object.fromEntries(fields.map((field) => [field.code, field])) as never as Properties;
        return [name, domain.addApp({ id: idOf(name), name: `${name}${suffix}`, creator: "admin", properties })];
      }),
    );
  };
  const old = made(first, "");
  const appOf = (apps: Map<string, App>, name: string): App => {
    const app = apps.get(name);
    if (!app) throw new Error(`There is no ${name}`);
    return app;
  };

  async function archived(include: Parameters<typeof target>[1] = {}): Promise<OpenArchive> {
    const targets = [...old.values()].map(({ id }) => target(id, include));
    const { volumes } = await runUnopened(kintone.url, targets);
    const archive = await openArchive(volumes.map(({ name, file }) => ({ name, source: file })));
    if (!archive) throw new Error("There is no archive");
    return archive;
  }

  /** The new apps, empty. */
  function renewed(archive: OpenArchive, start = first + 100) {
    const fresh = made(start, "（新）");
    const apps = names.map((name): SetApp => {
      const own = archive.target(String(appOf(old, name).id));
      if (!own) throw new Error(`The archive lacks ${name}`);
      const app = appOf(fresh, name);
      return { archived: own, name: `${name}（新）`, place: {}, app: { appId: String(app.id) } };
    });
    const order: SetOrder = {
      apps,
      asked: {
        ...{ trigger: "headless", reason: "", operator: { code: "admin", name: "管理者" } },
        archive: { runId: archive.runId, createdAt: new Date(0), digest: "cd", isTold: true },
      },
      ...{ status: false, comments: false, timeZone: "Asia/Tokyo" },
    };
    return { order, app: (name: string) => appOf(fresh, name) };
  }

  return { app: (name: string) => appOf(old, name), archived, renewed };
}

/** One attempt, which goes on with what an earlier one kept. */
export async function attempt(
  { url }: Pick<BackedUpKintone, "url">,
  order: SetOrder,
  { kept = nothingKept(), step = lives }: { kept?: KeptSet; step?: Step } = {},
) {
  const { signal } = new AbortController();
  const sent: Array<{ method: string; path: string }> = [];
  const connection = createPasswordConnection({
    ...{ baseUrl: url, userAgent: "test", username: "admin", password: "kintone" },
    fetch: (input, init) => {
      const method = new Headers(init?.headers).get("X-HTTP-Method-Override") ?? init?.method ?? "GET";
      const path = new URL(String(input)).pathname.replace(/^.*\/v1\//, "");
      sent.push({ method, path });
      return step(() => fetch(input, init));
    },
  });
  const { asking, reading, writing } = createRunConnection(connection, {
    ...{ requestsAtOnce: 6, signal, retry: { retries: 1, minTimeout: 1, maxTimeout: 2 } },
  });
  const access = {
    ...{ source: createRestSource(reading, { userCode: "admin" }), sink: createRestSink(writing, asking), signal },
    ...{ requestsAllowed: () => 4, requests: () => sent.length, pause: async () => undefined },
    workshop: createAppWorkshop(writing),
  };
  const { world, reports, told } = keptWorld(access, kept, step);
  const run = await restoreRecordsOfSet(order, world);
  return { run, told, reports, sent, kept };
}

/** The same, to the end of the set. */
export async function restored(kintone: Pick<BackedUpKintone, "url">, order: SetOrder, kept?: KeptSet) {
  const { run, ...rest } = await attempt(kintone, order, { ...(kept && { kept }) });
  if ("closed" in run) throw new Error("Nothing was restored");
  return { run: run satisfies SetRun, ...rest };
}

/** Of all records of an app by the official client, the values that are asked for. */
export async function valuesIn({ witness }: Pick<BackedUpKintone, "witness">, app: App, ...codes: string[]) {
  const records = await witness().record.getAllRecords({ app: app.id });
  const sorted = records.sort((one, other) => Number(one.$id?.value) - Number(other.$id?.value));
  return sorted.map((record) => codes.map((code) => plain(record[code]?.value)));
}

function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: { value?: Record<string, { value: unknown }>; name?: string }) =>
    item.value
      ? Object.fromEntries(Object.entries(item.value).map(([code, cell]) => [code, plain(cell.value)]))
      : item.name,
  );
}

export function expectAsPlanned({ apps, isWhole, stopped }: SetRun): void {
  const errors = apps.flatMap(({ records, keys, statuses, comments }) =>
    [records, keys, statuses, comments].flatMap((end) => (end && "error" in end ? [end.error] : [])),
  );
  expect({ isWhole, stopped, errors }).toEqual({ isWhole: true, stopped: undefined, errors: [] });
  for (const { records } of apps) expect(records).toMatchObject({ outcome: { counts: { refused: 0 } } });
}
