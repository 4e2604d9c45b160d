import { KEY_OPTIONS } from "../key-options";
import { accessBy } from "../access";
import { tellDone } from "../checked";
import { RESTORE_EXIT } from "../exit";
import type { RebuildAsked } from "../host";
import { type Misused, misused, type OptionValues, type Verb } from "../verb";

export interface RebuildOrder extends RebuildAsked {
  kind: "rebuild";
  language: string;
}

export const rebuild: Verb<RebuildOrder> = {
  name: "rebuild",
  synopsis:
    "rebuild --file kintone-backup.json [<zip or folder> …] [--run <run id>] [--app <id> …] --reason <text> [<more>]",
  options: {
    ...KEY_OPTIONS,
    file: { type: "string" },
    run: { type: "string" },
    app: { type: "string", multiple: true },
    space: { type: "string" },
    "guest-space": { type: "string" },
    "name-suffix": { type: "string" },
    "map-app": { type: "string", multiple: true },
    replace: { type: "string", multiple: true },
    "leave-out-people": { type: "boolean" },
    "without-records": { type: "boolean" },
    status: { type: "boolean" },
    comments: { type: "boolean" },
    reason: { type: "string" },
    "dry-run": { type: "boolean" },
    resume: { type: "boolean" },
    discard: { type: "boolean" },
  },
  optionWords: `\
  --space <id>|none, --guest-space <id>
                  makes the new apps in this space, outside of spaces, or in this guest space; without either, where they were
  --name-suffix <text>
                  behind the name of each new app
  --map-app <old id>=<id>
                  an app that is there stands for one that the archive names and that is not made anew; may be given several times
  --replace user|organization|group:<code>=<code>
                  somebody whom settings name and who is gone gets this one in their place; may be given several times
  --leave-out-people
                  whoever else is gone is left out of settings; permissions that name them are not set
  --without-records
                  makes the apps without their records
  --status        puts back status and assignees of records; who changed these last, and when, is then who restores, now
  --comments      writes the comments of records again, each with its author and time, which may notify people
`,
  explanation: `\
rebuild makes apps of an archive anew, signed in like run: all of them, or those that --app names. They get new ids, and are their maker's alone until
their own permissions are set, last of all. What kintone refuses is left out and told, with what people have to do by hand and where scripts and texts still name
old ids. Ends with 0 when all is as in the archive, 2 when something was left out, 1 when it ended before its end (go on with --resume), 3 when
nothing was made.
`,
  unusable: RESTORE_EXIT.nothingWritten,
  read({ things: zips, values, language }) {
    const file = textOf(values, "file");
    if (!file) return misused("--file is missing");
    const asked = askedBy(values);
    return "kind" in asked ? asked : { ...asked, kind: "rebuild", settingsFile: file, zips, language };
  },
  async carryOut({ kind: _kind, language: _language, ...asked }, host) {
    const access = await accessBy(asked.settingsFile, host);
    if (!access) return RESTORE_EXIT.nothingWritten;
    return tellDone(await host.rebuild(access.file, access.credentials, asked), host);
  },
};

const IS_ID = /^[1-9]\d*$/;
const KINDS = { user: "users", organization: "organizations", group: "groups" } as const;

const textOf = (values: OptionValues, name: string): string | undefined =>
  typeof values[name] === "string" ? values[name] : undefined;
const textsOf = (values: OptionValues, name: string): string[] => (values[name] ?? []) as string[];

function askedBy(values: OptionValues): Omit<RebuildAsked, "zips" | "settingsFile"> | Misused {
  const isSet = (name: string) => values[name] === true;
  const apps = textsOf(values, "app");
  const oddApp = apps.find((app) => !IS_ID.test(app));
  if (oddApp !== undefined) return misused(`--app takes the id of an app, not ${oddApp || "nothing"}`);
  const [space, guestSpace] = [textOf(values, "space"), textOf(values, "guest-space")];
  if (space !== undefined && guestSpace !== undefined) return misused("--space and --guest-space exclude each other");
  if (space !== undefined && space !== "none" && !IS_ID.test(space)) return misused("--space takes an id, or none");
  if (guestSpace !== undefined && !IS_ID.test(guestSpace)) return misused("--guest-space takes an id");
  if (isSet("resume") && isSet("discard")) return misused("--resume and --discard exclude each other");
  const others: Record<string, string> = {};
  for (const pair of textsOf(values, "map-app")) {
    const [before, now, more] = pair.split("=");
    if (!before || !now || more !== undefined || !IS_ID.test(before) || !IS_ID.test(now))
      return misused("--map-app takes two ids, such as 12=34");
    others[before] = now;
  }
  const replaced: RebuildAsked["replaced"] = { users: {}, organizations: {}, groups: {} };
  for (const pair of textsOf(values, "replace")) {
    const [, kind, before, now] = /^(user|organization|group):([^=]+)=([^=]+)$/.exec(pair) ?? [];
    if (!kind || !before || !now)
      return misused("--replace takes somebody and who is in their place, such as user:sato=suzuki");
    replaced[KINDS[kind as keyof typeof KINDS]][before] = now;
  }
  const reason = textOf(values, "reason")?.trim() ?? "";
  const goesOn = isSet("resume") || isSet("discard");
  if (reason === "" && !isSet("dry-run") && !goesOn)
    return misused("--reason is missing: the history tells why something was put back");
  const runId = textOf(values, "run");
  const place = placeOf(space, guestSpace);
  return {
    ...{ apps, others, replaced, reason, nameSuffix: textOf(values, "name-suffix") ?? "" },
    ...(runId !== undefined && { runId }),
    ...(place && { place }),
    leaveOutPeople: isSet("leave-out-people"),
    withoutRecords: isSet("without-records"),
    ...{ status: isSet("status"), comments: isSet("comments") },
    dryRun: isSet("dry-run"),
    ...(isSet("resume") && { unfinished: "resume" as const }),
    ...(isSet("discard") && { unfinished: "discard" as const }),
  };
}

function placeOf(space: string | undefined, guestSpace: string | undefined): RebuildAsked["place"] {
  if (guestSpace !== undefined) return { spaceId: guestSpace, isGuest: true };
  if (space === undefined) return undefined;
  return space === "none" ? {} : { spaceId: space };
}
