import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { Sessions } from "../emulator/access/sessions";
import { Files } from "../emulator/domain/files";
import { Concurrency } from "../emulator/limits/concurrency";
import { createRouter } from "../emulator/rest/router";
import { OWNER, type RandomKintone, type Wish } from "./kintone";

type Cells = Record<string, { type: string; value: unknown }>;

/** A file, and the folder that it belongs into. */
export interface TrueFile {
  place: string;
  field: string;
  name: string;
  sha256: string;
}

/** A record as its owner sees it. */
export interface TrueRecord {
  record: Cells;
  revision: number;
  files: TrueFile[];
  /** By id. */
  comments: Map<string, unknown>;
}

/** What kintone has of an app at one moment, as far as a target asks for it. Paths are below the target's folder. */
export interface Truth {
  /** By id. */
  records: Map<string, TrueRecord>;
  /** The answer of each settings endpoint, in each language, by the path that it has in an archive. */
  settings: Map<string, unknown>;
  settingFiles: TrueFile[];
}

export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The endpoints of OpenAPI 20250423 that give settings, and whether they know languages. Written down here once more on purpose. */
const SETTINGS: Array<[path: string, hasLanguages: boolean]> = [
  ["app", false],
  ["app/settings", true],
  ["app/form/fields", true],
  ["app/form/layout", false],
  ["app/views", true],
  ["app/status", true],
  ["app/customize", false],
  ["app/acl", false],
  ["record/acl", true],
  ["field/acl", false],
  ["app/notifications/general", false],
  ["app/notifications/perRecord", true],
  ["app/notifications/reminder", true],
  ["app/reports", true],
  ["app/actions", true],
  ["app/plugins", true],
  ["app/adminNotes", false],
];
const ALWAYS = new Set(["app", "app/form/fields", "app/form/layout"]);

/** Reads past the network, past all faults, and past all code of the backup. Take it while no fault is in force. */
export async function truthOf({ domain }: RandomKintone, wish: Wish): Promise<Truth | undefined> {
  const { app } = wish;
  if (!domain.apps.has(app.id)) return undefined;
  const router = createRouter(domain, new Sessions(domain), new Concurrency(), undefined);
  const ask = asking(router, wish.guestSpaceId);
  return {
    records: wish.include.has("records") ? await recordsOf(ask, domain, wish) : new Map<string, TrueRecord>(),
    settings: await settingsOf(ask, wish),
    settingFiles: wish.include.has("settings") ? settingFilesOf(wish) : [],
  };
}

type Ask = <Answer>(path: string, query: Record<string, string>) => Promise<Answer>;

function asking(router: Hono, guestSpaceId: number | undefined): Ask {
  const authorization = Buffer.from(`${OWNER.code}:${OWNER.password}`).toString("base64");
  const base = guestSpaceId === undefined ? "/k/v1" : `/k/guest/${guestSpaceId}/v1`;
  return async <Answer>(path: string, query: Record<string, string>) => {
    const url = `${base}/${path}.json?${new URLSearchParams(query).toString()}`;
    const answer = await router.request(url, { headers: { "X-Cybozu-Authorization": authorization } });
    if (!answer.ok) throw new Error(`The owner may not read ${url}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
}

async function recordsOf(ask: Ask, domain: RandomKintone["domain"], wish: Wish): Promise<Map<string, TrueRecord>> {
  const { app, query, include, excludedFields } = wish;
  const found = new Map<string, TrueRecord>();
  for (let offset = 0; ; offset += 500) {
    const page = `${query} order by $id asc limit 500 offset ${offset}`.trim();
    const { records } = await ask<{ records: Cells[] }>("records", { app: String(app.id), query: page });
    for (const whole of records) {
      const record = without(whole, excludedFields);
      const id = String(record.$id?.value);
      found.set(id, {
        record,
        revision: Number(record.$revision?.value),
        files: include.has("attachments") ? filesOf(record, id, domain.files) : [],
        comments: new Map(
          include.has("comments")
            ? app.records.comments(Number(id)).map((comment) => [String(comment.id), comment.text])
            : [],
        ),
      });
    }
    if (records.length < 500) return found;
  }
}

function without(cells: Cells, fields: readonly string[]): Cells {
  const kept = Object.entries(cells).filter(([code]) => !fields.includes(code));
  return Object.fromEntries(
    kept.map(([code, cell]) => [
      code,
      cell.type === "SUBTABLE"
        ? { ...cell, value: rowsOf(cell).map((row) => ({ ...row, value: without(row.value, fields) })) }
        : cell,
    ]),
  );
}

const rowsOf = (cell: Cells[string]) => cell.value as Array<{ id: string; value: Cells }>;

function filesOf(cells: Cells, id: string, files: Files, row = ""): TrueFile[] {
  return Object.entries(cells).flatMap(([field, cell]): TrueFile[] => {
    if (cell.type === "SUBTABLE") {
      return rowsOf(cell).flatMap(({ value }, index) => filesOf(value, id, files, `-${index}`));
    }
    if (cell.type !== "FILE") return [];
    return (cell.value as Array<{ fileKey: string; name: string }>).flatMap(({ fileKey, name }) => {
      const content = files.attached.get(fileKey)?.content;
      const sha256 = content ? digestOf(Files.read(content)) : "";
      return [{ place: `attachments/${field}-${id}${row}/`, field, name, sha256 }];
    });
  });
}

async function settingsOf(ask: Ask, { app, include }: Wish): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>();
  for (const [name, hasLanguages] of SETTINGS) {
    if (!ALWAYS.has(name) && !include.has("settings")) continue;
    const id = { [name === "app" ? "id" : "app"]: String(app.id) };
    const read = (lang: string | undefined) => ask<unknown>(name, { ...id, ...(lang !== undefined && { lang }) });
    const standard = name === "app/plugins" ? "en" : "default";
    answers.set(`settings/${name}.json`, await read(hasLanguages ? standard : undefined));
    const hasTranslations = hasLanguages && include.has("settings") && Object.keys(app.translations).length > 0;
    for (const language of hasTranslations ? ["en", "zh", "ja"] : []) {
      answers.set(`settings/${name}.${language}.json`, await read(language));
    }
  }
  if (app.spaceId !== undefined && include.has("settings")) {
    for (const name of ["space", "space/members"]) {
      answers.set(`settings/${name}.json`, await ask<unknown>(name, { id: String(app.spaceId) }));
    }
  }
  return answers;
}

function settingFilesOf({ app: { settings } }: Wish): TrueFile[] {
  const { icon } = settings.general;
  const file = (place: string, { content }: { content: Parameters<typeof Files.read>[0] }): TrueFile => ({
    ...{ place, field: "", name: content.name, sha256: digestOf(Files.read(content)) },
  });
  const scripts = (["desktop", "mobile"] as const).flatMap((device) =>
    (["js", "css"] as const).flatMap((type) =>
      settings.customize[device][type].flatMap((resource, index) =>
        resource.type === "FILE" ? [file(`customize/${device}/${type}/${index + 1}-`, resource.file)] : [],
      ),
    ),
  );
  return [...(icon.type === "FILE" ? [file("settings/app/icon/", icon.file)] : []), ...scripts];
}
