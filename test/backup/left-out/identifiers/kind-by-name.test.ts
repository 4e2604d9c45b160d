import { describe, expect, it, test } from "vitest";
import { kindByName } from "../../../../src/backup/left-out/identifiers/kind-by-name";
import { searchableName } from "../../../../src/backup/left-out/identifiers/searchable-name";

const ofText = (name: string) => kindByName("SINGLE_LINE_TEXT", [name]);
const ofFile = (name: string) => kindByName("FILE", [name]);

test.each([
  ["myNumber", "my number"],
  ["MY_NUMBER", "my number"],
  ["Ｍｙ　Ｎｕｍｂｅｒ", "my number"],
  ["ﾏｲﾅﾝﾊﾞｰ", "マイナンバー"],
  ["個人 番号【本人】", "個人番号(本人)"],
  ["パスポート No.", "パスポートno"],
  ["Driver’s License #", "drivers license no"],
  ["被保険者記号・番号", "被保険者記号/番号"],
  ["employeeSSN", "employee ssn"],
])("%s is searched as %s", (name, expected) => expect(searchableName(name)).toBe(expected));

describe("names of the number", () => {
  test.each([
    ...[
      "マイナンバー",
      "ﾏｲﾅﾝﾊﾞｰ",
      "マイ・ナンバー",
      "マイナンバ－",
      "まいなんばー",
      "個人番号",
      "個人 番号",
      "個 人 番 号",
    ],
    ...[
      "個人番号(マイナンバー)",
      "【個人番号】",
      "従業員の個人番号",
      "扶養親族1_個人番号",
      "個人番号（12桁）",
      "個人番号又は法人番号",
    ],
    ...[
      "マイナンバー・生年月日",
      "マイナンバーカード",
      "マイナ番号",
      "社会保障・税番号",
      "マイナンバー(提出済)",
      "マイナンバー配偶者",
    ],
    ...[
      "MyNumber",
      "my_number",
      "my-number",
      "MYNUMBER",
      "employee_my_number",
      "employeemynumber",
      "calendar_my_number",
    ],
    ...["My No.", "Individual Number", "Personal Number", "kojin_bango", "个人编号", "個人編號", "个人号码"],
  ])("%s is a My Number", (name) => expect(ofText(name)).toBe("my-number"));

  test.each([
    ["基礎年金番号", "basic-pension-number"],
    ["年金手帳番号", "basic-pension-number"],
    ["Pension Number", "basic-pension-number"],
    ["在留カード番号", "residence-card-number"],
    ["residence_card_no", "residence-card-number"],
    ["旅券番号", "passport-number"],
    ["パスポートNo.", "passport-number"],
    ["护照号码", "passport-number"],
    ["passportNumber", "passport-number"],
    ["運転免許証番号", "drivers-license-number"],
    ["免許証の番号", "drivers-license-number"],
    ["Driver's License Number", "drivers-license-number"],
    ["雇用保険被保険者番号", "employment-insurance-number"],
    ["健康保険被保険者証記号・番号", "health-insurance-number"],
    ["被保険者等記号・番号", "health-insurance-number"],
    ["保険証番号", "health-insurance-number"],
    ["被保険者整理番号", "health-insurance-number"],
    ["health_insurance_card_no", "health-insurance-number"],
    ["住民票コード", "resident-record-code"],
    ["クレジットカード番号", "credit-card-number"],
    ["信用卡号", "credit-card-number"],
    ["creditCardNumber", "credit-card-number"],
    ["SSN", "social-security-number"],
    ["Social Security No", "social-security-number"],
    ["社会保障番号", "social-security-number"],
    ["身份证号码", "national-id-number"],
  ])("%s is a %s", (name, kind) => expect(ofText(name)).toBe(kind));

  test.each([
    ...[
      "法人番号",
      "社員番号",
      "管理番号",
      "部品番号",
      "個人名",
      "番号",
      "ロット番号",
      "保険者番号",
      "保険証券番号",
      "カード番号",
    ],
    ...[
      "自社保証番号",
      "保証書番号",
      "宅建業免許証番号",
      "医師免許番号",
      "製品パスポート番号",
      "登録番号",
      "連絡先番号",
    ],
    ...[
      "dummy number",
      "dummy_no",
      "academyNumber",
      "economy_number",
      "army number",
      "my note",
      "my number one",
      "number",
    ],
    ...["session", "ssnippet", "license number", "Card number", "supplierNo", "マイナス", "個人", "客户编号"],
  ])("%s is none", (name) => expect(ofText(name)).toBeUndefined());

  test.each([
    ...[
      "マイナンバー提出状況",
      "マイナンバー提出状況(済/未)",
      "マイナンバー収集日",
      "個人番号確認日",
      "個人番号カードの有無",
      "個人番号利用事務",
    ],
    ...[
      "マイナンバー管理番号",
      "マイナンバー取扱担当者",
      "my_number_status",
      "パスポート番号確認済",
      "マイナンバー提出済み",
    ],
  ])("%s only tells about it", (name) => expect(ofText(name)).toBeUndefined());

  it("any of the names is enough", () => {
    expect(kindByName("NUMBER", ["番号", "my_number"])).toBe("my-number");
    expect(kindByName("NUMBER", ["マイナンバー提出状況", "my_number"])).toBe("my-number");
  });
});

describe("types", () => {
  test.each(["SINGLE_LINE_TEXT", "MULTI_LINE_TEXT", "RICH_TEXT", "NUMBER", "CALC", "LINK", "FILE"])(
    "a %s has room for the number",
    (type) => expect(kindByName(type, ["個人番号"])).toBe("my-number"),
  );

  test.each(["DATE", "CHECK_BOX", "RADIO_BUTTON", "DROP_DOWN", "USER_SELECT", "SUBTABLE", "GROUP", "REFERENCE_TABLE"])(
    "a %s has not",
    (type) => expect(kindByName(type, ["個人番号"])).toBeUndefined(),
  );
});

describe("papers", () => {
  test.each([
    ["マイナンバーカード(表)", "my-number"],
    ["通知カード写し", "my-number"],
    ["マイナンバー提出状況", "my-number"],
    ["運転免許証", "drivers-license-number"],
    ["在留カード（裏）", "residence-card-number"],
    ["パスポートコピー", "passport-number"],
    ["健康保険証", "health-insurance-number"],
    ["年金手帳", "basic-pension-number"],
  ])("an attachment %s shows a %s", (name, kind) => expect(ofFile(name)).toBe(kind));

  test.each([
    ...[
      "マイナンバー取扱同意書",
      "マイナンバー取扱規程",
      "製品パスポート",
      "battery passport",
      "保証書",
      "保証",
      "保険証券",
    ],
    ...["医師免許証", "住民票", "図面"],
  ])("an attachment %s shows none", (name) => expect(ofFile(name)).toBeUndefined());

  test.each(["運転免許証", "パスポート", "在留カード"])("a text %s says whether there is one", (name) =>
    expect(ofText(name)).toBeUndefined(),
  );
});
