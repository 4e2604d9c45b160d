import { asAssumedIf, type Finding, toldOf, unknown } from "../finding";
import { bodyOf, type ScratchApp } from "./scratch-app";

const FIELDS = "app/form/fields";

export async function defaultTimeWithSeconds(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const time = { type: "TIME", code: "time", label: "time", defaultValue: "12:34:56" };
  const heard = await scratch.change("POST", FIELDS, { properties: { time } });
  if (heard.status !== 200) return asAssumedIf(false, toldOf(heard));
  await scratch.deploy();
  const record = await scratch.record(await scratch.added({}));
  return asAssumedIf(record.time?.value === "12:34", String(record.time?.value));
}

const LOCAL = "2026-01-02T03:04";

export async function defaultMomentWithoutZone(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const { exchange, userCode } = scratch;
  const asked = { method: "GET", path: "users", ofUsers: true, query: { codes: [userCode] } } as const;
  const { users } = bodyOf(await exchange(asked), "users") as { users: Array<{ timezone?: string }> };
  const timeZone = users[0]?.timezone;
  const expected = timeZone && utcOf(LOCAL, timeZone);
  if (!expected || expected.startsWith(LOCAL)) return unknown("undecided", timeZone);
  const moment = { type: "DATETIME", code: "moment", label: "moment", defaultValue: LOCAL };
  const heard = await scratch.change("POST", FIELDS, { properties: { moment } });
  if (heard.status !== 200) return asAssumedIf(false, toldOf(heard));
  await scratch.deploy();
  const record = await scratch.record(await scratch.added({}));
  return asAssumedIf(record.moment?.value === expected, `${String(record.moment?.value)} in ${timeZone}`);
}

/** The moment at which clocks of that zone show the local time. */
function utcOf(local: string, timeZone: string): string {
  const taken = new Date(`${local}:00Z`);
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(taken);
  const offset = Date.parse(`${shown.replace(" ", "T")}Z`) - taken.getTime();
  return new Date(taken.getTime() - offset).toISOString().replace(".000Z", "Z");
}
