import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { deploy } from "./journey";
import type { Answers } from "./journey";

const options = { 良: { label: "良", index: "0" }, 否: { label: "否", index: "1" } } as const;
const field = <T extends string>(type: T, code: string) => ({ type, code, label: code });

/** A field of every type that can be added. */
const properties = (customers: string) => ({
  品番: { ...field("SINGLE_LINE_TEXT", "品番"), unique: true, maxLength: "20" },
  備考: field("MULTI_LINE_TEXT", "備考"),
  本文: field("RICH_TEXT", "本文"),
  数値: { ...field("NUMBER", "数値"), unit: "mm", unitPosition: "AFTER" as const, displayScale: "2" },
  倍: { ...field("CALC", "倍"), expression: "数値 * 2", format: "NUMBER" as const },
  判定: { ...field("RADIO_BUTTON", "判定"), options, defaultValue: "良" },
  種別: { ...field("DROP_DOWN", "種別"), options },
  工程: { ...field("CHECK_BOX", "工程"), options },
  区分: { ...field("MULTI_SELECT", "区分"), options },
  検査日: field("DATE", "検査日"),
  時刻: field("TIME", "時刻"),
  日時: field("DATETIME", "日時"),
  添付: field("FILE", "添付"),
  参考: { ...field("LINK", "参考"), protocol: "WEB" as const },
  担当: field("USER_SELECT", "担当"),
  部署: field("ORGANIZATION_SELECT", "部署"),
  係: field("GROUP_SELECT", "係"),
  顧客: {
    ...field("SINGLE_LINE_TEXT", "顧客"),
    lookup: {
      relatedApp: { app: customers },
      relatedKeyField: "名称",
      fieldMappings: [{ field: "顧客名", relatedField: "名称" }],
      lookupPickerFields: ["名称"],
      filterCond: "",
      sort: "名称 asc",
    },
  },
  顧客名: field("SINGLE_LINE_TEXT", "顧客名"),
  関連: {
    ...field("REFERENCE_TABLE", "関連"),
    referenceTable: {
      relatedApp: { app: customers },
      condition: { field: "顧客名", relatedField: "名称" },
      filterCond: "",
      displayFields: ["名称"],
      sort: "名称 asc",
      size: "5",
    },
  },
  枠: { ...field("GROUP", "枠"), openGroup: true },
  明細: {
    ...field("SUBTABLE", "明細"),
    fields: { 測定値: field("NUMBER", "測定値"), 写真: field("FILE", "写真") },
  },
  仮: field("SINGLE_LINE_TEXT", "仮"),
});

/** Makes an app with every type of field, rearranges it and puts it live. Answers its id too. */
export async function journeyThroughForm(
  client: KintoneRestAPIClient,
  spaceId: string,
): Promise<{ app: string; answers: Answers }> {
  const { app: customers } = await client.app.addApp({ name: "顧客", space: spaceId });
  const key = { ...field("SINGLE_LINE_TEXT", "名称"), unique: true };
  await client.app.addFormFields({ app: customers, properties: { 名称: key } });
  await deploy(client, customers);
  await client.record.addRecord({ app: customers, record: { 名称: { value: "東都精工" } } });

  const answers: Answers = {};
  const { app } = (answers.addApp = await client.app.addApp({ name: "検査", space: spaceId }));
  answers.addFormFields = await client.app.addFormFields({ app, properties: properties(customers) as never });
  answers.updateFormFields = await client.app.updateFormFields({
    app,
    properties: { 備考: { ...field("MULTI_LINE_TEXT", "備考"), noLabel: true } },
  });
  answers.deleteFormFields = await client.app.deleteFormFields({ app, fields: ["仮"] });
  const { layout } = await client.app.getFormLayout({ app, preview: true });
  const [first, ...rest] = layout.filter((row) => !(row.type === "GROUP"));
  const rows = [
    first,
    ...rest,
    {
      type: "GROUP" as const,
      code: "枠",
      layout: [
        {
          type: "ROW" as const,
          fields: [
            { type: "LABEL", label: "検査<b>結果</b>", size: { width: "200" } },
            { type: "SPACER", elementId: "space", size: { width: "100", height: 50 } },
            { type: "HR", size: { width: "300" } },
          ],
        },
      ],
    },
  ];
  answers.updateFormLayout = await client.app.updateFormLayout({ app, layout: rows as never });
  answers["getFormFields of the preview"] = await client.app.getFormFields({ app, preview: true });
  answers["getFormLayout of the preview"] = await client.app.getFormLayout({ app, preview: true });
  answers.deployed = await deploy(client, app);
  answers.getFormFields = await client.app.getFormFields({ app, lang: "default" });
  answers.getFormLayout = await client.app.getFormLayout({ app });
  return { app, answers };
}
