import { asAssumedIf, type Finding, refusedAs, toldOf } from "../finding";
import { bodyOf, type ScratchApp } from "./scratch-app";

const HARMLESS = "<div><b>a</b> <i>b</i><br />c &amp; d</div>";

export async function activeContent(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const id = await scratch.added({ rich_text: { value: `${HARMLESS}<script>void 0</script>` } });
  const kept = String((await scratch.record(id)).rich_text?.value);
  const told = kept === HARMLESS ? "as written, without the script" : kept.slice(0, 80);
  return asAssumedIf(kept === HARMLESS, told);
}

interface Row {
  id: string;
  value: Record<string, { value: unknown }>;
}

export async function cellsLeftOutOfTable(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const { appId, exchange } = scratch;
  const row = { value: { cell_a: { value: "a" }, cell_b: { value: "b" } } };
  const id = await scratch.added({ table: { value: [row] } });
  const rowId = (await rowOf(scratch, id))?.id;
  const table = { value: [{ id: rowId, value: { cell_a: { value: "changed" } } }] };
  const records = [{ id, record: { table } }];
  bodyOf(await exchange({ method: "PUT", path: "records", body: { app: appId, records } }), "records");
  const left = (await rowOf(scratch, id))?.value.cell_b?.value;
  return asAssumedIf(left === "b", left === "b" ? "kept" : "emptied");
}

async function rowOf(scratch: ScratchApp, id: string): Promise<Row | undefined> {
  return ((await scratch.record(id)).table?.value as Row[])[0];
}

export async function idsNeverReused(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const { appId, exchange } = scratch;
  const gone = await scratch.added({});
  bodyOf(await exchange({ method: "DELETE", path: "records", body: { app: appId, ids: [gone] } }), "records");
  const next = await scratch.added({});
  return asAssumedIf(Number(next) > Number(gone), `${gone} deleted, then ${next}`);
}

export async function swappedUniqueValues(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const values = ["swapped-1", "swapped-2"];
  const ids = [];
  for (const value of values) ids.push(await scratch.added({ unique_text: { value } }));
  const records = ids.map((id, index) => ({ id, record: { unique_text: { value: values[1 - index] } } }));
  const heard = await scratch.exchange({ method: "PUT", path: "records", body: { app: scratch.appId, records } });
  return heard.status === 200 ? asAssumedIf(false, toldOf(heard)) : refusedAs(400, "CB_VA01", heard);
}
