import { TROUBLES, type Troubles } from "../restore/ill-luck";

const refusal = (body: object) => ({
  ...{ kind: "answer", status: 400, contentType: "application/json" },
  body: JSON.stringify({ id: "x", message: "入力内容が正しくありません。", ...body }),
});
const REFUSED = refusal({ code: "CB_VA01" });
const LOST = { kind: "drop", after: true };
const UNDONE = { kind: "drop" };

/** What goes wrong between the making of apps and kintone, beside all that goes wrong with records. */
export const SETTINGS_TROUBLES: Troubles = {
  ...TROUBLES,
  "an app is made, and the answer is lost": ["POST", "preview/app.json", LOST],
  "an app is not made, and the answer is lost": ["POST", "preview/app.json", UNDONE],
  "an app is made, and the answer is cut off": [
    "POST",
    "preview/app.json",
    { kind: "truncate", bytes: 5, quiet: true },
  ],
  "kintone makes no app for the moment": ["POST", "preview/app.json", { kind: "unavailable", body: "html" }],
  "kintone refuses to make an app": ["POST", "preview/app.json", refusal({ code: "CB_NO02" })],
  "an answer to fields is lost, and they are there": ["POST", "preview/app/form/fields.json", LOST],
  "an answer to fields is lost, and they are not": ["POST", "preview/app/form/fields.json", UNDONE],
  "fields are refused": ["POST", "preview/app/form/fields.json", REFUSED],
  "a layout is refused": ["PUT", "preview/app/form/layout.json", REFUSED],
  "an answer to a layout is lost, and it is there": ["PUT", "preview/app/form/layout.json", LOST],
  "views are refused": ["PUT", "preview/app/views.json", REFUSED],
  "an answer to views is lost, and they are there": ["PUT", "preview/app/views.json", LOST],
  "a process is refused": ["PUT", "preview/app/status.json", REFUSED],
  "an answer to a process is lost, and it is there": ["PUT", "preview/app/status.json", LOST],
  "an answer to a process is cut off": ["PUT", "preview/app/status.json", { kind: "truncate", bytes: 4, quiet: true }],
  "permissions of records are refused": ["PUT", "preview/record/acl.json", REFUSED],
  "permissions of fields are refused": ["PUT", "preview/field/acl.json", REFUSED],
  "permissions of an app are refused": ["PUT", "preview/app/acl.json", REFUSED],
  "an answer to permissions is lost, and they are there": ["PUT", "preview/app/acl.json", LOST],
  "settings meet too many requests": ["PUT", "preview/app/settings.json", { kind: "error", code: "GAIA_TO04" }],
  "settings meet a lock": ["PUT", "preview/app/settings.json", { kind: "error", code: "GAIA_DA02" }],
  "settings cannot be read": ["GET", "preview/app/*", { kind: "unavailable", body: "text" }],
  "an answer to an update is lost, and it is done": ["POST", "preview/app/deploy.json", LOST],
  "an answer to an update is lost, and it is not": ["POST", "preview/app/deploy.json", UNDONE],
  "an update meets a gateway's 504": [
    "POST",
    "preview/app/deploy.json",
    { kind: "unavailable", body: "html", status: 504 },
  ],
  "whether an update is done cannot be asked": [
    "GET",
    "preview/app/deploy.json",
    { kind: "unavailable", body: "html" },
  ],
  "the log-in ends while settings are written": ["PUT", "preview/app/*", { kind: "error", code: "CB_AU01" }],
  "the log-in ends while apps are updated": ["POST", "preview/app/deploy.json", { kind: "error", code: "CB_AU01" }],
  "a status is not taken": ["PUT", "records/status.json", REFUSED],
  "an answer to a status is lost, and it is there": ["PUT", "records/status.json", LOST],
  "a comment is not taken": ["POST", "record/comment.json", REFUSED],
  "an answer to a comment is lost, and it is there": ["POST", "record/comment.json", LOST],
};
