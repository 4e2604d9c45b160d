import path from "node:path";
import ts from "typescript";
import type { WitnessedAnswer } from "../../emulator/rest/witness";
import type { Complaint } from "./structure";

const app = (method: string) => `Answer<"app", "${method}">`;
const record = (method: string) => `Answer<"record", "${method}">`;
const space = (method: string) => `Answer<"space", "${method}">`;
const plugin = (method: string) => `Answer<"plugin", "${method}">`;

/** What rest-api-client says an answer is; `preview/` and the guest spaces' paths are answered alike. */
const types: Readonly<Record<string, string>> = {
  "GET app.json": app("getApp"),
  "GET apps.json": app("getApps"),
  "POST app.json": app("addApp"),
  "POST app/move.json": app("move"),
  "GET apps/statistics.json": app("getStatistics"),
  "GET app/form/fields.json": app("getFormFields"),
  "POST app/form/fields.json": app("addFormFields"),
  "PUT app/form/fields.json": app("updateFormFields"),
  // The client's type is `object`, which takes anything; the answer is that of the other two.
  "DELETE app/form/fields.json": app("updateFormFields"),
  "GET app/form/layout.json": app("getFormLayout"),
  "PUT app/form/layout.json": app("updateFormLayout"),
  "GET app/views.json": app("getViews"),
  "PUT app/views.json": app("updateViews"),
  "GET app/settings.json": app("getAppSettings"),
  "PUT app/settings.json": app("updateAppSettings"),
  "GET app/status.json": app("getProcessManagement"),
  "PUT app/status.json": app("updateProcessManagement"),
  "GET app/deploy.json": app("getDeployStatus"),
  "POST app/deploy.json": app("deployApp"),
  "GET field/acl.json": app("getFieldAcl"),
  "PUT field/acl.json": app("updateFieldAcl"),
  "GET app/acl.json": app("getAppAcl"),
  "PUT app/acl.json": app("updateAppAcl"),
  "GET record/acl.json": app("getRecordAcl"),
  "PUT record/acl.json": app("updateRecordAcl"),
  "GET records/acl/evaluate.json": app("evaluateRecordsAcl"),
  "GET app/customize.json": app("getAppCustomize"),
  "PUT app/customize.json": app("updateAppCustomize"),
  "GET app/notifications/general.json": app("getGeneralNotifications"),
  "PUT app/notifications/general.json": app("updateGeneralNotifications"),
  "GET app/notifications/perRecord.json": app("getPerRecordNotifications"),
  "PUT app/notifications/perRecord.json": app("updatePerRecordNotifications"),
  "GET app/notifications/reminder.json": app("getReminderNotifications"),
  "PUT app/notifications/reminder.json": app("updateReminderNotifications"),
  "GET app/reports.json": app("getReports"),
  "PUT app/reports.json": app("updateReports"),
  "GET app/actions.json": app("getAppActions"),
  "PUT app/actions.json": app("updateAppActions"),
  "GET app/adminNotes.json": app("getAdminNotes"),
  "PUT app/adminNotes.json": app("updateAdminNotes"),
  "GET app/plugins.json": app("getPlugins"),
  "POST app/plugins.json": app("addPlugins"),
  "GET record.json": record("getRecord"),
  "POST record.json": record("addRecord"),
  "PUT record.json": record("updateRecord"),
  "GET records.json": record("getRecords"),
  // The client makes `records` of the two lists.
  "POST records.json": `Omit<${record("addRecords")}, "records">`,
  "PUT records.json": record("updateRecords"),
  "DELETE records.json": record("deleteRecords"),
  "POST records/cursor.json": record("createCursor"),
  "GET records/cursor.json": record("getRecordsByCursor"),
  "DELETE records/cursor.json": record("deleteCursor"),
  "GET record/comments.json": record("getRecordComments"),
  "POST record/comment.json": record("addRecordComment"),
  "DELETE record/comment.json": record("deleteRecordComment"),
  "PUT record/assignees.json": record("updateRecordAssignees"),
  "PUT record/status.json": record("updateRecordStatus"),
  "PUT records/status.json": record("updateRecordsStatus"),
  "POST file.json": 'Answer<"file", "uploadFile">',
  "GET space.json": space("getSpace"),
  "PUT space.json": space("updateSpace"),
  "DELETE space.json": space("deleteSpace"),
  "PUT space/body.json": space("updateSpaceBody"),
  "GET space/members.json": space("getSpaceMembers"),
  "PUT space/members.json": space("updateSpaceMembers"),
  "POST space/thread.json": space("addThread"),
  "PUT space/thread.json": space("updateThread"),
  "POST space/thread/comment.json": space("addThreadComment"),
  "PUT space/guests.json": space("updateSpaceGuests"),
  "POST guests.json": space("addGuests"),
  "DELETE guests.json": space("deleteGuests"),
  "POST template/space.json": space("addSpaceFromTemplate"),
  "POST search.json": 'Method<KintoneRestAPIClient["search"]>',
  "GET spaces/statistics.json": space("getStatistics"),
  "GET plugins.json": plugin("getPlugins"),
  "GET plugins/required.json": plugin("getRequiredPlugins"),
  "GET plugin/apps.json": plugin("getApps"),
  "POST plugin.json": plugin("installPlugin"),
  "PUT plugin.json": plugin("updatePlugin"),
  "DELETE plugin.json": plugin("uninstallPlugin"),
};

const header = `import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { KintoneErrorResponse } from "@kintone/rest-api-client";
type Method<M> = M extends (...parameters: never[]) => Promise<infer A> ? A : never;
type Answer<C extends "app" | "record" | "file" | "space" | "plugin", M extends keyof KintoneRestAPIClient[C]> = Method<KintoneRestAPIClient[C][M]>;
type Failure = KintoneErrorResponse["data"];
`;

/** Undefined for what the client has no type for: files, `bulkRequest.json` (any), and endpoints that it does not know. */
const typeOf = ({ endpoint, status }: WitnessedAnswer): string | undefined =>
  status >= 400 ? "Failure" : types[endpoint.replace(" preview/", " ")];

/** Has TypeScript compile the answers as literals of the types that rest-api-client gives them. */
export function judgeByTypes(answers: readonly WitnessedAnswer[]): Complaint[] {
  const lines = header.split("\n");
  const origins = new Map<number, { endpoint: string; at: string }>();
  for (const answer of answers) {
    const type = typeOf(answer);
    if (type === undefined) continue;
    lines.push(`export const answer${lines.length}: ${type} =`);
    origins.set(lines.length - 1, { endpoint: answer.endpoint, at: "" });
    for (const { text, at } of literal(answer.body, "")) {
      origins.set(lines.length, { endpoint: answer.endpoint, at });
      lines.push(text);
    }
  }
  return compile(lines.join("\n")).map(({ line, message }) => {
    const origin = origins.get(line) ?? { endpoint: "(the judge itself)", at: `line ${line}` };
    return { ...origin, message };
  });
}

/** A line for each value, so that the line of a complaint tells where in the answer it is. */
function* literal(value: unknown, at: string): Generator<{ text: string; at: string }> {
  if (Array.isArray(value)) {
    yield { text: "[", at };
    for (const item of value) {
      yield* literal(item, `${at}[]`);
      yield { text: ",", at };
    }
    yield { text: "]", at };
  } else if (typeof value === "object" && value !== null) {
    yield { text: "{", at };
    for (const [key, inner] of Object.entries(value)) {
      const name = /^[\w$]+$/.test(key) ? key : "*";
      const below = at === "" ? name : `${at}.${name}`;
      const [first, ...others] = [...literal(inner, below)];
      yield { text: `${onOneLine(JSON.stringify(key))}: ${first?.text ?? ""}`, at: below };
      yield* others;
      yield { text: ",", at };
    }
    yield { text: "}", at };
  } else {
    yield { text: onOneLine(JSON.stringify(value)), at };
  }
}

/** JSON may hold line separators that end a line of TypeScript, and lines are what is counted here. */
const onOneLine = (json: string): string => json.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

function compile(source: string): Array<{ line: number; message: string }> {
  // It stands in the project only for the compiler, so that it finds the client's types.
  const file = path.join(import.meta.dirname, "answers.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    // What the client's types say of Node and of pages does not matter here, and takes long to read.
    lib: ["lib.es2022.d.ts"],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : getSourceFile.call(host, name, ...rest);
  const program = ts.createProgram([file], options, host);
  const own = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(own), ...program.getSemanticDiagnostics(own)].map((diagnostic) => ({
    line: own ? own.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line : 0,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, " ").slice(0, 300),
  }));
}
