import type { FormFields, KintoneRecord } from "../../src/archive/records/kintone-app";
import { BackupError } from "../../src/domain/errors";
import type { CommentsPage, Source } from "../../src/domain/source";
import { createCopier } from "../../src/records/copier";

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
}

export type ScriptedCall = { method: keyof Source; app: string; argument: unknown };

/**
 * A source whose answers a test writes down. `onCall` is asked before each answer, and may throw, wait or change the apps.
 * It knows no query language: `countRecords` counts up to an id, and `query` must be empty.
 */
export function createScriptedSource(
  apps: Record<string, ScriptedApp>,
  onCall: (call: ScriptedCall) => void | Promise<void> = () => undefined,
  recordsPerPage = 2,
): Source {
  const find = (appId: string): ScriptedApp => {
    const app = apps[appId];
    if (!app) throw new BackupError("APP_NOT_FOUND", `No app ${appId}`, { answer: { status: 404, code: "GAIA_AP01" } });
    return app;
  };
  const idOf = (record: KintoneRecord) => Number(record.$id?.value);

  return {
    recordsPerPage,
    settings: [
      { name: "app", languages: [], of: "app" },
      { name: "app/settings", languages: [], of: "app" },
      { name: "app/form/fields", languages: ["en"], of: "app" },
      { name: "app/form/layout", languages: [], of: "app" },
      { name: "app/views", languages: [], of: "app" },
    ],
    async readSetting({ appId }, name) {
      await onCall({ method: "readSetting", app: appId, argument: name });
      const { name: appName, fields } = find(appId);
      const answers: Record<string, object> = {
        app: { appId, name: appName, spaceId: null },
        "app/settings": { name: appName, revision: "5" },
        "app/views": { views: {}, revision: "5" },
        "app/form/fields": fields ?? FIELDS,
        "app/form/layout": { layout: [{ type: "ROW", fields: FIELDS_IN_LAYOUT }], revision: "5" },
      };
      return answers[name] as never;
    },
    async readRecords({ appId }, { afterId, upToId = "Infinity" }) {
      await onCall({ method: "readRecords", app: appId, argument: afterId });
      return find(appId)
        .records.filter((record) => idOf(record) > Number(afterId) && idOf(record) <= Number(upToId))
        .slice(0, recordsPerPage);
    },
    async copyRecords({ appId }, { afterId, upToId = "Infinity" }, order) {
      await onCall({ method: "copyRecords", app: appId, argument: afterId });
      const records = find(appId).records.filter(
        (record) => idOf(record) > Number(afterId) && idOf(record) <= Number(upToId),
      );
      return createCopier(order)(records.slice(0, recordsPerPage));
    },
    async countRecords({ appId }, { upToId }) {
      await onCall({ method: "countRecords", app: appId, argument: upToId });
      return find(appId).records.filter((record) => idOf(record) <= Number(upToId ?? Infinity)).length;
    },
    async copyRecordsById({ appId }, { ids }, order) {
      await onCall({ method: "copyRecordsById", app: appId, argument: ids });
      return createCopier(order)(find(appId).records.filter((record) => ids.includes(String(record.$id?.value))));
    },
    async readNewestRecords({ appId }) {
      await onCall({ method: "readNewestRecords", app: appId, argument: undefined });
      return [...find(appId).records].reverse();
    },
    async readVersions({ appId }, { afterId, upToId = "Infinity" }) {
      await onCall({ method: "readVersions", app: appId, argument: afterId });
      return find(appId)
        .records.filter((record) => idOf(record) > Number(afterId) && idOf(record) <= Number(upToId))
        .slice(0, recordsPerPage)
        .map((record) => ({ id: String(record.$id?.value), revision: String(record.$revision?.value) }));
    },
    async readComments({ appId }, recordId, offset): Promise<CommentsPage> {
      await onCall({ method: "readComments", app: appId, argument: recordId });
      const all = find(appId).comments?.[recordId] ?? [];
      return { comments: all.slice(offset, offset + 10).map((id) => ({ id })), more: offset + 10 < all.length };
    },
    async readRecord({ appId }, recordId) {
      await onCall({ method: "readRecord", app: appId, argument: recordId });
      const record = find(appId).records.find((candidate) => idOf(candidate) === Number(recordId));
      if (!record) throw new BackupError("RECORD_NOT_FOUND", `No record ${recordId}`);
      return record;
    },
    async openFile({ appId }, fileKey) {
      await onCall({ method: "openFile", app: appId, argument: fileKey });
      const content = find(appId).files[fileKey];
      if (content === undefined) throw new BackupError("FILE_GONE", `No file ${fileKey}`);
      return new Blob([content]).stream();
    },
  };
}

const FIELDS: FormFields = {
  properties: {
    text: { type: "SINGLE_LINE_TEXT", code: "text", label: "Text" },
    file: { type: "FILE", code: "file", label: "File" },
  },
  revision: "5",
};
const FIELDS_IN_LAYOUT = Object.values(FIELDS.properties).map(({ type, code }) => ({ type, code }));

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
