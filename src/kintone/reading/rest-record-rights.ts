import type { RecordRights } from "../../domain/record-rights";
import { lookInto } from "../../domain/settings/answer-part";
import { aboutApp } from "../connection/about-app";
import type { Connection } from "../connection/connection";

/** What the user may do with records (OpenAPI 20250423, records/acl/evaluate). */
export function createRestRecordRights(connection: Connection): RecordRights {
  return {
    of: (app, ids) =>
      aboutApp(app, {}, async () => {
        const answer = await connection.json<unknown>({
          ...{ method: "GET", path: "records/acl/evaluate", guestSpaceId: app.guestSpaceId },
          query: { app: app.appId, ids },
        });
        const rights = lookInto(answer).root.member("rights").items();
        return rights.map((right) => {
          const record = right.member("record");
          const fields = right.member("fields").members();
          return {
            id: right.member("id").text() ?? "",
            ...{
              editable: record.member("editable").flag() === true,
              deletable: record.member("deletable").flag() === true,
            },
            fields: new Map(
              fields.map(([code, field]) => [
                code,
                {
                  viewable: field.member("viewable").flag() === true,
                  editable: field.member("editable").flag() === true,
                },
              ]),
            ),
          };
        });
      }),
  };
}
