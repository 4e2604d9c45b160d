import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Answers, Stage } from "./journey";

/** Adds, reads, changes and deletes records of the app that the journey through the form made. */
export async function journeyThroughRecords(client: KintoneRestAPIClient, app: string, stage: Stage): Promise<Answers> {
  const records = await writeRecords(client, app, stage);
  const { id } = records.addRecord as { id: string };
  const { ids } = records.addRecords as { ids: string[] };
  return {
    ...records,
    search: await client.search({ query: [{ operator: "AND", keywords: ["東都精工"] }], types: ["RECORD"] }),
    ...(await readRecords(client, app)),
    ...(await discussAndProceed(client, app, id)),
    ...(await bundle(client, app, ids)),
    ...(await takeAll(client, app)),
  };
}

async function writeRecords(client: KintoneRestAPIClient, app: string, stage: Stage): Promise<Answers> {
  const { record: api, file } = client;
  const answers: Answers = {};
  const { fileKey } = (answers.uploadFile = await file.uploadFile({
    file: { name: stage.file.name, data: stage.file.text },
  }));
  const record = {
    品番: { value: "P-1" },
    備考: { value: "一行目\n二行目" },
    本文: { value: "<b>太字</b>" },
    数値: { value: "12.5" },
    判定: { value: "良" },
    種別: { value: "否" },
    工程: { value: ["良", "否"] },
    区分: { value: ["良"] },
    検査日: { value: "2026-11-20" },
    時刻: { value: "09:30" },
    日時: { value: "2026-11-20T00:30:00Z" },
    添付: { value: [{ fileKey }] },
    参考: { value: "https://example.com/" },
    担当: { value: [{ code: "admin" }] },
    部署: { value: [{ code: "qa" }] },
    係: { value: [{ code: "auditors" }] },
    顧客: { value: "東都精工" },
    明細: {
      value: [{ value: { 測定値: { value: "1" } } }, { value: { 測定値: { value: "2" } } }],
    },
  };
  const { id } = (answers.addRecord = await api.addRecord({ app, record }));
  const full = (answers.getRecord = await api.getRecord({ app, id }));
  const attached = full.record["添付"]?.value as Array<{ fileKey: string }>;
  const bytes = await file.downloadFile({ fileKey: attached[0]?.fileKey ?? "" });
  answers.downloadFile = new TextDecoder().decode(bytes);
  answers.updateRecord = await api.updateRecord({ app, id, record: { 数値: { value: 3 } }, revision: 1 });
  answers["updateRecord by key"] = await api.updateRecord({
    app,
    updateKey: { field: "品番", value: "P-1" },
    record: { 備考: { value: "" } },
  });
  const key = { app, updateKey: { field: "品番", value: "P-2" } };
  answers["upsertRecord of a new one"] = await api.upsertRecord({ ...key, record: { 数値: { value: "1" } } });
  answers.upsertRecord = await api.upsertRecord({ ...key, record: { 数値: { value: "2" } } });
  const { ids } = (answers.addRecords = await api.addRecords({
    app,
    records: [{ 品番: { value: "P-3" } }, { 品番: { value: "P-4" } }],
  }));
  answers.updateRecords = await api.updateRecords({
    app,
    records: ids.map((each) => ({ id: each, record: { 判定: { value: "否" } } })),
  });
  answers["updateRecords with upsert"] = await api.updateRecords({
    app,
    upsert: true,
    records: [
      { updateKey: { field: "品番", value: "P-4" }, record: { 備考: { value: "変更" } } },
      { updateKey: { field: "品番", value: "P-5" }, record: { 備考: { value: "追加" } } },
    ],
  });
  return answers;
}

async function readRecords({ record: api }: KintoneRestAPIClient, app: string): Promise<Answers> {
  const answers: Answers = {};
  answers.getRecords = await api.getRecords({
    app,
    fields: ["$id", "品番"],
    query: "order by $id asc limit 500",
    totalCount: true,
  });
  // A query this long makes the client send GET as POST.
  const longest = `品番 in (${Array.from({ length: 900 }, (_, index) => `"P-${index}"`).join()})`;
  answers["getRecords with a long query"] = (await api.getRecords({ app, query: longest })).records.length;
  const cursor = (answers.createCursor = await api.createCursor({
    app,
    fields: ["品番"],
    query: "order by 品番 asc",
    size: 2,
  }));
  answers.getRecordsByCursor = await api.getRecordsByCursor({ id: cursor.id });
  answers.deleteCursor = await api.deleteCursor({ id: cursor.id });
  return answers;
}

async function discussAndProceed(client: KintoneRestAPIClient, app: string, id: string): Promise<Answers> {
  const { record: api } = client;
  const answers: Answers = {};
  answers.evaluateRecordsAcl = await client.app.evaluateRecordsAcl({ app, ids: [id] });

  const comment = { text: "確認を", mentions: [{ code: "sato", type: "USER" as const }] };
  const added = (answers.addRecordComment = await api.addRecordComment({ app, record: id, comment }));
  await api.addRecordComment({ app, record: id, comment: { text: "二つ目" } });
  answers.getRecordComments = await api.getRecordComments({ app, record: id, order: "asc", limit: 1 });
  answers.deleteRecordComment = await api.deleteRecordComment({ app, record: id, comment: added.id });

  answers.updateRecordAssignees = await api.updateRecordAssignees({ app, id, assignees: ["admin"] });
  answers.updateRecordStatus = await api.updateRecordStatus({ app, id, action: "確認へ", assignee: "admin" });
  answers.updateRecordsStatus = await api.updateRecordsStatus({ app, records: [{ id, action: "完了する" }] });
  answers["getRecord at its end"] = await api.getRecord({ app, id });

  return answers;
}

async function bundle(client: KintoneRestAPIClient, app: string, ids: string[]): Promise<Answers> {
  const answers: Answers = {};
  answers.bulkRequest = await client.bulkRequest({
    requests: [
      { method: "POST", endpointName: "record", payload: { app, record: { 品番: { value: "P-6" } } } },
      { method: "POST", endpointName: "records", payload: { app, records: [{ 品番: { value: "P-7" } }] } },
      { method: "PUT", endpointName: "record", payload: { app, id: ids[0], record: { 備考: { value: "束" } } } },
      { method: "PUT", endpointName: "records", payload: { app, records: [{ id: ids[1], record: {} }] } },
      { method: "PUT", endpointName: "record/assignees", payload: { app, id: ids[1], assignees: ["sato"] } },
    ],
  });
  answers.deleteRecords = await client.record.deleteRecords({ app, ids: [ids[0] ?? ""], revisions: [-1] });

  return answers;
}

async function takeAll({ record: api }: KintoneRestAPIClient, app: string): Promise<Answers> {
  const answers: Answers = {};
  const many = Array.from({ length: 120 }, (_, index) => ({
    品番: { value: `M-${index}` },
    数値: { value: index },
    区分: { value: ["否"] },
  }));
  answers.addAllRecords = (await api.addAllRecords({ app, records: many })).records.length;
  const condition = '区分 in ("否")';
  const all = (answers.getAllRecordsWithId = await api.getAllRecordsWithId({ app, fields: ["品番"], condition }));
  answers.getAllRecordsWithCursor = (
    await api.getAllRecordsWithCursor({ app, query: `${condition} order by 数値 desc` })
  ).length;
  answers.getAllRecordsWithOffset = (await api.getAllRecordsWithOffset({ app, condition, orderBy: "数値 asc" })).length;
  answers.getAllRecords = (await api.getAllRecords({ app, condition, orderBy: "数値 asc", withCursor: false })).length;
  const idsOfAll = all.map((each) => String((each.$id as { value: string }).value));
  const changes = idsOfAll.map((each) => ({ id: each, record: { 備考: { value: "全件" } } }));
  answers.updateAllRecords = (await api.updateAllRecords({ app, records: changes })).records.length;
  answers.deleteAllRecords = await api.deleteAllRecords({ app, records: idsOfAll.map((each) => ({ id: each })) });
  return answers;
}
