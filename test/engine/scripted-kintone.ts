import type { KintoneRecord } from "../../src/archive/kintone-app";
import { BackupError } from "../../src/engine/errors";
import type { Source } from "../../src/engine/source";

/** One app of a scripted source. Tests change it between and during calls. */
export interface ScriptedApp {
  name: string;
  records: KintoneRecord[];
  /** File key to content. */
  files: Record<string, string>;
  /** Records per page. */
  pageSize?: number;
}

export type ScriptedCall = { method: keyof Source; app: string; argument: unknown };

/**
 * A source whose answers a test writes down. `onCall` is asked before each answer, and may throw, wait or change the apps.
 * It knows no query language: `countRecords` counts up to an id, and `query` must be empty.
 */
export function createScriptedSource(
  apps: Record<string, ScriptedApp>,
  onCall: (call: ScriptedCall) => void | Promise<void> = () => undefined,
): Source {
  const find = (appId: string): ScriptedApp => {
    const app = apps[appId];
    if (!app) throw new BackupError("APP_NOT_FOUND", `No app ${appId}`, { answer: { status: 404, code: "GAIA_AP01" } });
    return app;
  };
  const idOf = (record: KintoneRecord) => Number(record.$id?.value);

  return {
    async readSetting({ appId }, name) {
      await onCall({ method: "readSetting", app: appId, argument: name });
      const { name: appName } = find(appId);
      const answers = {
        app: { appId, name: appName },
        "app/settings": { name: appName, revision: "5" },
        "app/views": { views: {}, revision: "5" },
        "app/form/fields": {
          properties: {
            text: { type: "SINGLE_LINE_TEXT", code: "text", label: "Text" },
            file: { type: "FILE", code: "file", label: "File" },
          },
          revision: "5",
        },
        "app/form/layout": {
          layout: [
            {
              type: "ROW",
              fields: [
                { type: "SINGLE_LINE_TEXT", code: "text" },
                { type: "FILE", code: "file" },
              ],
            },
          ],
          revision: "5",
        },
      };
      return answers[name] as never;
    },
    async readRecords({ appId }, { afterId }) {
      await onCall({ method: "readRecords", app: appId, argument: afterId });
      const { records, pageSize = 2 } = find(appId);
      return records.filter((record) => idOf(record) > Number(afterId)).slice(0, pageSize);
    },
    async countRecords({ appId }, { upToId }) {
      await onCall({ method: "countRecords", app: appId, argument: upToId });
      return find(appId).records.filter((record) => idOf(record) <= Number(upToId ?? Infinity)).length;
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
