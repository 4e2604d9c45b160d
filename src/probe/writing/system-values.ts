import { asAssumedIf, type Finding, refusedAs, toldOf } from "../finding";
import { NOBODY } from "./refusals";
import { bodyOf, type Cells, type ScratchApp } from "./scratch-app";

export async function recordNumberWhenAdded(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const heard = await scratch.add({ [scratch.codeOf("RECORD_NUMBER")]: { value: "4711" } });
  return asAssumedIf(heard.status === 200, toldOf(heard));
}

/** Long before there was the app. */
export const LONG_AGO = { created: "2020-01-02T03:04:00Z", updated: "2020-02-03T04:05:00Z" };
const FAR_AHEAD = "2099-01-02T03:04:00Z";

export function times({ codeOf }: ScratchApp, created: string, updated: string): Cells {
  return { [codeOf("CREATED_TIME")]: { value: created }, [codeOf("UPDATED_TIME")]: { value: updated } };
}

/** What is told beside the verdict: whether times of the future are taken, and a change before the beginning. */
export async function systemTimes(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const { created, updated } = LONG_AGO;
  const old = await scratch.add(times(scratch, created, updated));
  const future = toldOf(await scratch.add(times(scratch, FAR_AHEAD, FAR_AHEAD)));
  const reversed = toldOf(await scratch.add(times(scratch, updated, created)));
  const beside = `in the future: ${future}, changed before added: ${reversed}`;
  if (old.status !== 200) return asAssumedIf(false, `old: ${toldOf(old)}, ${beside}`);
  const [id = ""] = (old.body as { ids: string[] }).ids;
  const record = await scratch.record(id);
  const kept = [record[scratch.codeOf("CREATED_TIME")]?.value, record[scratch.codeOf("UPDATED_TIME")]?.value];
  const isSo = kept[0] === created && kept[1] === updated;
  return asAssumedIf(isSo, `old: ${isSo ? "kept" : kept.join(", ")}, ${beside}`);
}

export async function creatorWhoIsGone(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  return refusedAs(400, "GAIA_IL26", await scratch.add({ [scratch.codeOf("CREATOR")]: { value: { code: NOBODY } } }));
}

export async function createdTimeOfUpsert(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const { appId, exchange, codeOf } = scratch;
  const updateKey = { field: "unique_text", value: "upserted" };
  const record = { [codeOf("CREATED_TIME")]: { value: LONG_AGO.created } };
  const body = { app: appId, upsert: true, records: [{ updateKey, record }] };
  const heard = await exchange({ method: "PUT", path: "records", body });
  if (heard.status !== 200) return asAssumedIf(false, toldOf(heard));
  const { records } = bodyOf(heard, "records") as { records: Array<{ id: string }> };
  const kept = (await scratch.record(records[0]?.id ?? ""))[codeOf("CREATED_TIME")]?.value;
  return asAssumedIf(kept === LONG_AGO.created, kept === LONG_AGO.created ? "kept" : "the time of the upsert");
}
