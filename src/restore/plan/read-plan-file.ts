import * as v from "valibot";
import { PLAN_FILE_VERSION, type PlanFile } from "./plan-file";
import { NOTHING_DECIDED } from "./restore-choices";

/** Why a file is not a plan, or what in it is not as it should be. `field`: with dots on the way to it. */
export type PlanFileProblem =
  | { reason: "not-json" }
  /** Another file, which has no version. */
  | { reason: "no-plan" }
  | { reason: "newer-version"; version: number }
  | { reason: "missing"; field: string }
  | { reason: "unreadable"; field: string }
  | { reason: "unknown-name"; field: string };

export type ParsedPlanFile = { file: PlanFile } | { problems: PlanFileProblem[] };

const texts = v.array(v.string());
const id = v.pipe(v.string(), v.regex(/^\d+$/));
const ids = v.array(id);
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const moment = v.pipe(
  v.string(),
  v.check((text) => MOMENT.test(text) && !Number.isNaN(Date.parse(text))),
);
const yes = v.literal(true);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const replacements = v.record(v.string(), v.nullable(v.string()));

/** A name that is none of these would be a decision that nobody carries out. */
const choices = v.strictObject({
  ...{ addMissing: v.optional(v.boolean(), false), putBack: v.optional(v.boolean(), false) },
  remove: v.exactOptional(v.picklist(["surplus", "surplus-and-newer"])),
  selection: v.exactOptional(
    v.strictObject({
      ids: v.exactOptional(ids),
      condition: v.exactOptional(v.string()),
      changed: v.exactOptional(v.strictObject({ from: v.exactOptional(moment), to: v.exactOptional(moment) })),
      onlyDeleted: v.exactOptional(yes),
    }),
  ),
  fields: v.exactOptional(texts),
  bytes: v.exactOptional(yes),
  renamed: v.optional(v.record(v.string(), v.string()), NOTHING_DECIDED.renamed),
  leftOutFields: v.optional(texts, [...NOTHING_DECIDED.leftOutFields]),
  leftOutRecords: v.optional(ids, [...NOTHING_DECIDED.leftOutRecords]),
  given: v.optional(v.record(v.string(), v.union([v.string(), texts])), {}),
  replaced: v.optional(
    v.strictObject({
      users: v.optional(replacements, {}),
      organizations: v.optional(replacements, {}),
      groups: v.optional(replacements, {}),
    }),
    {},
  ),
  options: v.optional(v.record(v.string(), replacements), {}),
  confirmed: v.optional(
    v.strictObject({
      archiveNotTold: v.exactOptional(yes),
      untold: v.exactOptional(yes),
      large: v.exactOptional(yes),
      overBudget: v.exactOptional(yes),
      removals: v.exactOptional(v.strictObject({ appName: v.string(), records: whole })),
    }),
    {},
  ),
});

const schema = v.strictObject({
  formatVersion: v.literal(PLAN_FILE_VERSION),
  archive: v.strictObject({ runId: v.string(), digest }),
  archivedApp: id,
  app: v.strictObject({
    baseUrl: v.pipe(
      v.string(),
      v.regex(/^https?:\/\//),
      v.transform((url) => url.replace(/\/+$/, "")),
    ),
    appId: id,
    guestSpaceId: v.exactOptional(id),
    name: v.string(),
  }),
  matching: v.optional(
    v.union([
      v.strictObject({ by: v.literal("id") }),
      v.strictObject({ by: v.literal("key"), field: v.string() }),
      v.strictObject({ by: v.literal("nothing") }),
    ]),
    { by: "id" },
  ),
  choices,
  asking: v.exactOptional(
    v.strictObject({ now: moment, timeZone: v.string(), loginUser: v.exactOptional(v.string()) }),
  ),
  planned: v.exactOptional(v.strictObject({ add: whole, putBack: whole, remove: whole, digest })),
});

/** Reads a plan to the last name: one that is not known is a problem. Never throws. */
export function parsePlanFile(text: string): ParsedPlanFile {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { problems: [{ reason: "not-json" }] };
  }
  const version: unknown =
    typeof given === "object" && given !== null ? Reflect.get(given, "formatVersion") : undefined;
  if (typeof version !== "number") return { problems: [{ reason: "no-plan" }] };
  if (version > PLAN_FILE_VERSION) return { problems: [{ reason: "newer-version", version }] };
  const parsed = v.safeParse(schema, given);
  return parsed.success ? { file: parsed.output } : { problems: problemsOf(parsed.issues) };
}

/** One for each place. */
function problemsOf(issues: ReadonlyArray<v.BaseIssue<unknown>>): PlanFileProblem[] {
  const byField = new Map<string, PlanFileProblem>();
  for (const { path = [], expected, received } of issues) {
    const field = path.map(({ key }) => String(key)).join(".");
    const missing = received === "undefined" ? "missing" : "unreadable";
    if (!byField.has(field)) byField.set(field, { reason: expected === "never" ? "unknown-name" : missing, field });
  }
  return [...byField.values()];
}
