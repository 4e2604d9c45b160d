import * as v from "valibot";
import { reason } from "./problem";
import { folderPath } from "./folder-path";
import { type KeepSettings, retention } from "./retention";
import { wholeNumber } from "./whole-number";

/** A place where the command saves archives, as its file has it. What gives access to it is never in the file. */
export type PlaceSettings = FolderPlace | RclonePlace | S3Place;

interface Named {
  /** What people call it; in the history, too. Each of a file has another one. */
  name: string;
  /** Which generations stay; all, when absent. */
  keep?: KeepSettings;
  /** What a GiB costs in a month, for previews. */
  yenPerGiB?: number;
}

export interface FolderPlace extends Named {
  kind: "folder";
  path: string;
}

export interface RclonePlace extends Named {
  kind: "rclone";
  /** A remote of rclone's own configuration, and a folder in it: `box:kintone`. */
  remote: string;
}

/** A bucket of a store that speaks S3's language. */
export interface S3Place extends Named {
  kind: "s3";
  bucket: string;
  /** What stands before each name, as a folder: without a slash at its end. */
  prefix?: string;
  /** Of a store that is not AWS, without a slash at the end. */
  endpoint?: string;
  region?: string;
  /** Whose keys, in the files of AWS. */
  profile?: string;
  /** Nobody can remove a volume for so many days; with `governance`, those can who have the right to go round it. */
  objectLock?: "governance" | "compliance";
  retainDays?: number;
}

/** What the name of a place may have, so that a line of the history has room for it. */
const LONGEST_NAME = 40;
const LONGEST_RETENTION = 36_500;

const required = () => reason("required");
const text = v.pipe(v.string(required), v.trim(), v.nonEmpty(required));
const noControl = v.check((given: string) => !/\p{Cc}/u.test(given), reason("control-characters"));
const name = v.exactOptional(
  v.pipe(text, noControl, v.maxLength(LONGEST_NAME, reason("too-long", { max: LONGEST_NAME }))),
);

/** Not a path, which rclone would take for one of this machine, and no connection string, which may hold a secret. */
const remote = v.pipe(text, noControl, v.regex(/^[\w.+@][\w.+@ -]*:/, reason("not-a-remote")));

/** Contents travel as they are: as with kintone, only this machine is spoken to without TLS. */
const endpoint = v.pipe(
  text,
  v.regex(/^(https:\/\/[^/\\@?#\s]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)\/*$/i, reason("not-an-endpoint")),
  v.url(reason("not-an-endpoint")),
  v.transform((url) => url.replace(/\/+$/, "")),
);

/** Some stores take nothing else in the name of an object: Sakura's (manual.sakura.ad.jp). */
const FORBIDDEN_IN_KEYS = /[^A-Za-z0-9!\-_.*'()/]/gu;

function withoutForbidden(forbidden: RegExp) {
  const found = (given: string) => [...new Set(given.match(forbidden) ?? [])].join("");
  return v.check(
    (given: string) => found(given) === "",
    (issue: v.CheckIssue<string>) => reason("forbidden-character", { characters: found(issue.input) }),
  );
}

const oneOf = (choices: readonly string[]) => reason("not-one-of", { choices: choices.join(", ") });

/** @param issue what is wrong with an object: a member that nobody knows, or that it is none */
function strict(issue: v.StrictObjectIssue): string {
  if (issue.expected !== "never") return reason(issue.received === "undefined" ? "required" : "unreadable");
  return reason(/user|password|token|secret|key/i.test(String(issue.path?.[0].key)) ? "secret" : "unknown-name");
}

const LOCKS = ["governance", "compliance"] as const;

const s3 = v.pipe(
  v.strictObject(
    {
      kind: v.literal("s3"),
      name,
      ...retention,
      bucket: v.pipe(text, withoutForbidden(/[^A-Za-z0-9._-]/gu)),
      prefix: v.exactOptional(
        v.pipe(
          text,
          withoutForbidden(FORBIDDEN_IN_KEYS),
          v.transform((prefix) => prefix.replace(/^\/+|\/+$/g, "")),
        ),
      ),
      endpoint: v.exactOptional(endpoint),
      region: v.exactOptional(v.pipe(text, withoutForbidden(/[^A-Za-z0-9-]/gu))),
      profile: v.exactOptional(v.pipe(text, noControl)),
      objectLock: v.exactOptional(v.picklist(LOCKS, oneOf(LOCKS))),
      retainDays: v.exactOptional(wholeNumber({ min: 1, max: LONGEST_RETENTION })),
    },
    strict,
  ),
  // One says how, the other for how long: either alone would look like a lock and be none.
  v.forward(
    v.check(({ objectLock, retainDays }) => retainDays === undefined || objectLock !== undefined, required()),
    ["objectLock"],
  ),
  v.forward(
    v.check(({ objectLock, retainDays }) => objectLock === undefined || retainDays !== undefined, required()),
    ["retainDays"],
  ),
);

const KINDS = ["folder", "rclone", "s3"] as const;

const place = v.variant(
  "kind",
  [
    v.strictObject({ kind: v.literal("folder"), name, ...retention, path: folderPath }, strict),
    v.strictObject({ kind: v.literal("rclone"), name, ...retention, remote }, strict),
    s3,
  ],
  (issue) => (issue.expected === "Object" ? reason("unreadable") : oneOf(KINDS)),
);

/** The places of a file. One without a name is called what it is. */
export const places = v.pipe(
  v.array(place, reason("unreadable")),
  v.minLength(1, required()),
  v.transform((given): PlaceSettings[] => given.map((each) => ({ ...each, name: each.name ?? each.kind }))),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const known = new Set<string>();
    for (const [at, { name: called }] of dataset.value.entries()) {
      if (known.has(called)) {
        const array = {
          type: "array",
          origin: "value",
          input: dataset.value,
          key: at,
          value: dataset.value[at],
        } as const;
        const member = { type: "object", origin: "value", input: {}, key: "name", value: called } as const;
        addIssue({ message: reason("name-taken"), path: [array, member] });
      }
      known.add(called);
    }
  }),
);
