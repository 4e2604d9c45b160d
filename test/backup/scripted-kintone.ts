import type { FormFields, KintoneRecord } from "../../src/archive/records/kintone-app";
import { BackupError, type ErrorCode, type ErrorFacts } from "../../src/domain/errors";
import type { CopyOrder } from "../../src/domain/record-copies";
import type { CommentsPage, Language, RecordsRange, Source } from "../../src/domain/source";
import type { AppRef } from "../../src/domain/target";
import { CERTAIN_READER } from "../../src/kintone/reading/session-reader";
import { type CopyRecords, createCopier } from "../../src/records/copier";
import { versionOf } from "../../src/records/record-version";
import { condition } from "./scripted-query";

/** One app of a scripted source. Tests change it between and during calls. */
export interface ScriptedApp {
  name: string;
  records: KintoneRecord[];
  /** File key to content. */
  files: Record<string, string>;
  /** Record id to the ids of its comments. */
  comments?: Record<string, string[]>;
  /** What `app/form/fields` answers instead of a text and a file. */
  fields?: FormFields;
  /** What it answers in a language, where that is something else. */
  fieldsIn?: Partial<Record<Language, FormFields>>;
}

export type ScriptedCall = { method: keyof Source; app: string; argument: unknown };

/**
 * A source whose answers a test writes down. `onCall` is asked before each answer, and may throw, wait or change the apps.
 * Of the query language it knows only what `scripted-query.ts` does. Everything else is as kintone has it: it runs the
 * contract of a source.
 */
export function createScriptedSource(
  apps: Record<string, ScriptedApp>,
  onCall: (call: ScriptedCall) => void | Promise<void> = () => undefined,
  recordsPerPage = 2,
): Source {
  /** Copies for the records of an order know what they saw before. */
  const copiers = new WeakMap<CopyOrder, CopyRecords>();
  const copierOf = (order: CopyOrder): CopyRecords => {
    const copier = copiers.get(order) ?? createCopier(order);
    copiers.set(order, copier);
    return copier;
  };

  const appOf = (app: AppRef, facts: ErrorFacts): ScriptedApp => {
    const found = apps[app.appId];
    if (!found) throw refused("APP_NOT_FOUND", "GAIA_AP01", app, facts);
    return found;
  };
  const matching = (app: AppRef, query: string, fits: (id: number) => boolean = () => true): KintoneRecord[] => {
    const { records, fields = FIELDS } = appOf(app, {});
    const matches = condition(query, fields);
    if (!matches) throw refused("QUERY_REFUSED", "GAIA_IQ11", app, {});
    return records.filter((record) => fits(idOf(record)) && matches(record));
  };
  const pageOf = (
    app: AppRef,
    { query, afterId, upToId = "Infinity", limit = recordsPerPage }: RecordsRange,
  ): KintoneRecord[] => matching(app, query, (id) => id > Number(afterId) && id <= Number(upToId)).slice(0, limit);
  const recordOf = (app: AppRef, recordId: string): KintoneRecord => {
    const facts = { record: recordId };
    const record = appOf(app, facts).records.find((candidate) => idOf(candidate) === Number(recordId));
    if (!record) throw refused("RECORD_NOT_FOUND", "GAIA_RE01", app, facts);
    return record;
  };

  return {
    reader: CERTAIN_READER,
    viewer: async () => undefined,
    recordsPerPage,
    settings: [
      { name: "app", languages: [], of: "app", readers: "viewers" },
      { name: "app/settings", languages: [], of: "app", readers: "viewers" },
      { name: "app/form/fields", languages: ["en"], of: "app", readers: "viewers" },
      { name: "app/form/layout", languages: [], of: "app", readers: "viewers" },
      { name: "app/views", languages: [], of: "app", readers: "viewers" },
    ],
    async readSetting(app, name, { language } = {}) {
      await onCall({ method: "readSetting", app: app.appId, argument: name });
      const { name: appName, fields = FIELDS, fieldsIn = {} } = appOf(app, { settings: [name] });
      const inLayout = Object.values(fields.properties).map(({ type, code }) => ({ type, code }));
      const answers: Record<string, object> = {
        app: { appId: app.appId, name: appName, spaceId: null },
        "app/settings": { name: appName, revision: "5" },
        "app/views": { views: {}, revision: "5" },
        "app/form/fields": (language && fieldsIn[language]) ?? fields,
        "app/form/layout": { layout: [{ type: "ROW", fields: inLayout }], revision: "5" },
      };
      return structuredClone(answers[name]) as never;
    },
    async readRecords(app, range, fields) {
      await onCall({ method: "readRecords", app: app.appId, argument: range.afterId });
      const codes = fields && new Set(["$id", "$revision", ...fields]);
      const records = structuredClone(pageOf(app, range));
      return records.map((record) =>
        Object.fromEntries(Object.entries(record).filter(([code]) => codes?.has(code) ?? true)),
      );
    },
    async readRecordsById(app, { query, ids }) {
      await onCall({ method: "readRecordsById", app: app.appId, argument: ids });
      return structuredClone(matching(app, query, (id) => ids.includes(String(id))));
    },
    async copyRecords(app, range, order) {
      await onCall({ method: "copyRecords", app: app.appId, argument: range.afterId });
      return copierOf(order)(pageOf(app, range));
    },
    async countRecords(app, { query, upToId }) {
      await onCall({ method: "countRecords", app: app.appId, argument: upToId });
      return matching(app, query, (id) => id <= Number(upToId ?? Infinity)).length;
    },
    async copyRecordsById(app, { query, ids }, order) {
      await onCall({ method: "copyRecordsById", app: app.appId, argument: ids });
      return copierOf(order)(matching(app, query, (id) => ids.includes(String(id))));
    },
    async readNewestRecords(app, query, limit = recordsPerPage) {
      await onCall({ method: "readNewestRecords", app: app.appId, argument: undefined });
      return structuredClone(matching(app, query).slice(-limit).reverse());
    },
    async readVersions(app, range) {
      await onCall({ method: "readVersions", app: app.appId, argument: range.afterId });
      return pageOf(app, range).map(versionOf);
    },
    async readComments(app, recordId, offset): Promise<CommentsPage> {
      await onCall({ method: "readComments", app: app.appId, argument: recordId });
      recordOf(app, recordId);
      const all = appOf(app, {}).comments?.[recordId] ?? [];
      return { comments: all.slice(offset, offset + 10).map((id) => ({ id })), more: offset + 10 < all.length };
    },
    async readRecord(app, recordId) {
      await onCall({ method: "readRecord", app: app.appId, argument: recordId });
      return structuredClone(recordOf(app, recordId));
    },
    async openFile(app, fileKey) {
      await onCall({ method: "openFile", app: app.appId, argument: fileKey });
      const content = appOf(app, {}).files[fileKey];
      if (content === undefined) throw refused("FILE_GONE", "GAIA_BL01", app, {});
      return new Blob([content]).stream();
    },
  };
}

const idOf = (record: KintoneRecord) => Number(record.$id?.value);

function refused(code: ErrorCode, kintoneCode: string, app: AppRef, facts: ErrorFacts): BackupError {
  const { appId, guestSpaceId } = app;
  return new BackupError(code, `The script has none: ${kintoneCode}`, {
    answer: { status: code === "QUERY_REFUSED" ? 400 : 404, code: kintoneCode },
    facts: { app: appId, ...(guestSpaceId !== undefined && { guestSpaceId }), ...facts },
  });
}

const FIELDS: FormFields = {
  properties: {
    text: { type: "SINGLE_LINE_TEXT", code: "text", label: "Text" },
    file: { type: "FILE", code: "file", label: "File" },
  },
  revision: "5",
};

/** A record with a text and, for each `[key, name, size]`, a file. */
export function scriptedRecord(
  id: number,
  files: Array<[key: string, name: string, size: number]> = [],
): KintoneRecord {
  return {
    $id: { type: "__ID__", value: String(id) },
    $revision: { type: "__REVISION__", value: "1" },
    text: { type: "SINGLE_LINE_TEXT", value: `text ${id}` },
    file: {
      type: "FILE",
      value: files.map(([fileKey, name, size]) => ({ fileKey, name, size: String(size), contentType: "text/plain" })),
    },
  };
}
