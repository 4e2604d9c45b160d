import { checkInService } from "../access/in-service";
import { noPermission, invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { parseQuery } from "../query/query";
import type { StoredRecord } from "../records/record";
import { select } from "../records/select";
import { showRecord } from "../records/show";
import { get, post, remove } from "./endpoint";
import type { Call, Endpoint } from "./endpoint";
import { fieldsParameter } from "./records";

const maxSize = 500;
const standardSize = 100;

export const cursors: Endpoint[] = [
  post("records/cursor.json", (call) => {
    const { app, permissions } = call.appWithRecords();
    permissions.demand("view");
    const query = parseQuery(call.parameters.optionalText("query") ?? "");
    if (query.limit !== undefined || query.offset !== undefined) throw invalidParameter("query", sentences.badQuery);
    const size = call.parameters.integer("size", { least: 1, most: maxSize, standard: standardSize });
    const visible = (record: StoredRecord) => permissions.mayWithRecord(record, "viewable");
    const { records } = select(query, call.asker(app), visible, { limit: Infinity });
    const ids = records.map(({ id }) => id);
    const cursor = call.domain.cursors.open({
      appId: app.id,
      ids,
      size,
      fields: fieldsParameter(call),
      owner: call.callerCode,
    });
    return { id: cursor.id, totalCount: String(ids.length) };
  }),

  get("records/cursor.json", (call) => {
    const cursor = ownCursor(call);
    const { app, permissions } = call.appById(cursor.appId);
    checkInService(app);
    permissions.demand("view");
    const { ids, next } = call.domain.cursors.advance(cursor);
    const records = ids.flatMap((id) => app.records.get(id) ?? []);
    return {
      records: records.map((record) => showRecord(record, call.domain, app, permissions.maySee(record), cursor.fields)),
      next,
    };
  }),

  remove("records/cursor.json", (call) => {
    call.domain.cursors.close(ownCursor(call).id);
    return {};
  }),
];

/** Somebody else's cursor is refused; with which code is UNCONFIRMED(cursor-of-another). */
function ownCursor(call: Call) {
  const cursor = call.domain.cursors.get(call.parameters.text("id"));
  if (cursor.owner !== call.callerCode) throw noPermission();
  return cursor;
}
