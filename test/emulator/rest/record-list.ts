import type { Permissions } from "../access/permissions";
import type { App } from "../domain/app";
import type { Domain } from "../domain/domain";
import { recordJson, versionJson } from "../records/record-json";
import type { StoredRecord } from "../records/record";
import { showRecord } from "../records/show";
import { JsonAnswer } from "./json-answer";

interface Listed {
  domain: Domain;
  app: App;
  permissions: Permissions;
  /** Undefined: all. */
  fields: ReadonlySet<string> | undefined;
}

/** What `records.json` answers. The JSON of a whole record is kept when everybody sees the same of it. */
export function recordList(records: StoredRecord[], totalCount: number | undefined, listed: Listed): JsonAnswer {
  const { domain, app, permissions, fields } = listed;
  const total = `],"totalCount":${totalCount === undefined ? "null" : `"${totalCount}"`}}`;
  const asText = (show: (record: StoredRecord) => string) =>
    new JsonAnswer(Buffer.from(`{"records":[${records.map(show).join(",")}${total}`));

  if (fields && isVersion(fields)) return asText(versionJson);
  if (fields || !permissions.seesEveryField) {
    return asText((record) => JSON.stringify(showRecord(record, domain, app, permissions.maySee(record), fields)));
  }
  const kept = app.records.kept.expect(app.settings, domain.people.namesNow());
  const parts: Uint8Array[] = [Buffer.from('{"records":[')];
  for (const record of records) {
    if (parts.length > 1) parts.push(comma);
    parts.push(kept.of(record.id, () => recordJson(record, domain, app)));
  }
  parts.push(Buffer.from(total));
  return new JsonAnswer(Buffer.concat(parts));
}

const comma = Buffer.from(",");

const isVersion = (fields: ReadonlySet<string>): boolean =>
  fields.size === 2 && fields.has("$id") && fields.has("$revision");
