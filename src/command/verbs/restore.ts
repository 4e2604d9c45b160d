import { KEY_OPTIONS } from "../key-options";
import { accessBy } from "../access";
import { tellDone } from "../checked";
import { RESTORE_EXIT } from "../exit";
import { CONFIRMATIONS, type Confirmation, type RestoreAsked } from "../host";
import { type Misused, type OptionValues, type Verb, misused } from "../verb";

export interface RestoreOrder extends RestoreAsked {
  kind: "restore";
  language: string;
}

export const restore: Verb<RestoreOrder> = {
  name: "restore",
  synopsis:
    "restore --file kintone-backup.json [<zip or folder> …] [--run <run id>] [--app <id>] [--add-missing] [--put-back] [--exact …] --reason <text> [<more>]",
  options: {
    ...KEY_OPTIONS,
    file: { type: "string" },
    run: { type: "string" },
    app: { type: "string", multiple: true },
    into: { type: "string" },
    "guest-space": { type: "string" },
    key: { type: "string" },
    "add-missing": { type: "boolean" },
    "put-back": { type: "boolean" },
    exact: { type: "boolean" },
    "expect-deletions": { type: "string" },
    "app-name": { type: "string" },
    "and-newer": { type: "boolean" },
    ids: { type: "string" },
    where: { type: "string" },
    "changed-from": { type: "string" },
    "changed-to": { type: "string" },
    "only-deleted": { type: "boolean" },
    fields: { type: "string" },
    "attachments-only": { type: "boolean" },
    bytes: { type: "boolean" },
    plan: { type: "string" },
    "write-plan": { type: "string" },
    reason: { type: "string" },
    confirm: { type: "string", multiple: true },
    "no-safety-backup": { type: "boolean" },
    "dry-run": { type: "boolean" },
    resume: { type: "boolean" },
    discard: { type: "boolean" },
  },
  optionWords: `\
  --add-missing   adds records of the archive that the app does not have any more; they get new record numbers
  --put-back      gives records that differ the values of the archive
  --exact         both, and deletes records that the archive does not have. Takes --expect-deletions <number> and
                  --app-name <name>, and does nothing when either is another; with --and-newer also records that were added
                  since the backup
  --ids <id,…>    only these records, by their ids in the archive
  --where <condition>
                  only records that met it when they were backed up, in kintone's query language
  --changed-from <time>, --changed-to <time>
                  only records whose last change before the backup was in that time (ISO 8601: 2026-11-30T09:00:00+09:00)
  --only-deleted  only records that are not in the app any more
  --fields <code,…>, --attachments-only
                  of records that differ, puts back only these fields, or only those that hold files
  --into <id> [--guest-space <id>] [--key <field code>]
                  into another app with the same fields, where records are known by that field; without --key all are added
  --reason <text> why; it is written into the history
  --write-plan <path>, --plan <path>
                  writes what was decided into this new file; does what such a file says
  --dry-run       stops before anything is written: tells what would be done, and what stands in the way
  --confirm unknown-archive|untold-restores|large|requests
                  goes on although the history does not know the archive, an earlier restore did not tell which records
                  it added, more than half of the app is touched, or the day's requests do not suffice; may be given
                  several times
  --no-safety-backup
                  does not back the app up first: then there is no way back, which is written into the history
  --resume, --discard
                  goes on with a restore of that app that was broken off, or gives it up as it is
`,
  explanation: `\
restore puts records of an app back from an archive, signed in like run. It reads the archive back, compares it with the app, and without
--add-missing, --put-back or --exact only tells what each of them would do. Before the first change it backs the app up, and writes who restores
what, and why, into the history; afterwards it compares everything with kintone once more. Ends with 0 when everything is as planned, 2 when it is
but for differences that are explained, 1 when something is not as planned or the restore ended before its end, 3 when nothing was written.
`,
  unusable: RESTORE_EXIT.nothingWritten,
  read({ things: zips, values, language }) {
    const text = textsOf(values);
    const file = text("file");
    if (!file) return misused("--file is missing");
    const asked = askedBy(values);
    return "kind" in asked ? asked : { ...asked, kind: "restore", settingsFile: file, zips, language };
  },
  async carryOut({ kind: _kind, language: _language, ...asked }, host) {
    const access = await accessBy(asked.settingsFile, host);
    if (!access) return RESTORE_EXIT.nothingWritten;
    return tellDone(await host.restore(access.file, access.credentials, asked), host);
  },
};

function askedBy(values: OptionValues): Omit<RestoreAsked, "zips" | "settingsFile"> | Misused {
  const text = textsOf(values);
  const isSet = (name: string) => values[name] === true;
  const apps = (values.app ?? []) as string[];
  const [appId, ...others] = apps;
  if (others.length > 0) return misused("restore takes one --app");
  for (const [name, id] of [
    ["app", appId],
    ["into", text("into")],
    ["guest-space", text("guest-space")],
  ] as const) {
    if (id !== undefined && !IS_ID.test(id)) return misused(`--${name} takes an id, not ${id || "nothing"}`);
  }
  if (!text("into") && (text("key") || text("guest-space"))) return misused("--key and --guest-space belong to --into");
  const ids = listOf(text("ids"));
  const oddId = ids?.find((id) => !IS_ID.test(id));
  if (oddId !== undefined) return misused(`--ids takes ids of records, not ${oddId || "nothing"}`);
  for (const name of ["changed-from", "changed-to"]) {
    const moment = text(name);
    if (moment !== undefined && !IS_MOMENT.test(moment))
      return misused(`--${name} takes a time such as 2026-11-30T09:00:00+09:00`);
  }
  const confirmed = (values.confirm ?? []) as string[];
  const odd = confirmed.find((each) => !(CONFIRMATIONS as readonly string[]).includes(each));
  if (odd !== undefined) return misused(`--confirm takes ${CONFIRMATIONS.join(", ")}`);
  if (isSet("resume") && isSet("discard")) return misused("--resume and --discard exclude each other");
  const mode = modeBy(values);
  if (mode && "kind" in mode) return mode;
  const writes = (mode !== undefined || text("plan") !== undefined) && !isSet("dry-run");
  const reason = text("reason")?.trim() ?? "";
  if (writes && reason === "") return misused("--reason is missing: the history tells why something was put back");

  const [into, key, guestSpaceId] = [text("into"), text("key"), text("guest-space")];
  const [from, to] = [text("changed-from"), text("changed-to")];
  const [runId, condition, plan, writePlan] = [text("run"), text("where"), text("plan"), text("write-plan")];
  const fields = isSet("attachments-only") ? "attachments" : listOf(text("fields"));
  const unfinished = (["resume", "discard"] as const).find(isSet);
  return {
    ...(runId !== undefined && { runId }),
    ...(appId !== undefined && { appId }),
    ...(into !== undefined && { into: { appId: into, ...(key && { key }), ...(guestSpaceId && { guestSpaceId }) } }),
    ...(mode && { mode }),
    selection: {
      ...(ids && { ids }),
      ...(condition !== undefined && { condition }),
      ...((from ?? to) !== undefined && { changed: { ...(from && { from }), ...(to && { to }) } }),
      ...(isSet("only-deleted") && { onlyDeleted: true }),
    },
    ...(fields && { fields }),
    ...(plan !== undefined && { plan }),
    ...(writePlan !== undefined && { writePlan }),
    ...(unfinished && { unfinished }),
    ...{ reason, confirmed: confirmed as Confirmation[], bytes: isSet("bytes") || isSet("attachments-only") },
    ...{ secured: !isSet("no-safety-backup"), dryRun: isSet("dry-run") },
  };
}

function modeBy(values: OptionValues): RestoreAsked["mode"] | Misused {
  const text = textsOf(values);
  const [exact, newer] = [values.exact === true, values["and-newer"] === true];
  const [number, appName] = [text("expect-deletions"), text("app-name")];
  if (!exact && (newer || number !== undefined || appName !== undefined)) {
    return misused("--expect-deletions, --app-name and --and-newer belong to --exact");
  }
  const [addMissing, putBack] = [exact || values["add-missing"] === true, exact || values["put-back"] === true];
  if (!addMissing && !putBack) return undefined;
  if (!exact) return { addMissing, putBack };
  if (number === undefined && appName === undefined && values["dry-run"] === true) {
    return { addMissing, putBack, remove: { newer } };
  }
  if (number === undefined || !/^\d+$/.test(number) || appName === undefined) {
    return misused("--exact deletes records: it takes --expect-deletions <number> and --app-name <name>");
  }
  return { addMissing, putBack, remove: { newer, expected: { records: Number(number), appName } } };
}

const IS_ID = /^[1-9]\d*$/;
const IS_MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

const textsOf = (values: OptionValues) => (name: string) => {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
};

const listOf = (text: string | undefined) => text?.split(",").map((part) => part.trim());
