/** The password of everybody in the sample. */
export const PASSWORD = "kintone";

export const organizations = [
  { code: "quality", name: "品質保証部" },
  { code: "inspection", name: "検査課", parentCode: "quality" },
  { code: "production", name: "製造部" },
  { code: "line1", name: "製造一課", parentCode: "production" },
  { code: "line2", name: "製造二課", parentCode: "production" },
  { code: "design", name: "設計部" },
  { code: "sales", name: "営業部" },
  { code: "general-affairs", name: "総務部" },
];

export const groups = [
  { code: "auditors", name: "監査担当" },
  { code: "personnel", name: "人事担当" },
  { code: "quality-council", name: "品質会議" },
  { code: "backup", name: "バックアップ担当" },
];

interface Person {
  code: string;
  name: string;
  /** The first is the primary one. */
  organizations: string[];
  groups?: string[];
  /** Left out: Japanese. */
  language?: "en";
  systemAdministrator?: true;
}

/** `admin` sets things up, `sato` backs up, `suzuki` audits; the others only appear in records. */
export const people: Person[] = [
  {
    code: "admin",
    name: "管理者",
    organizations: ["general-affairs"],
    groups: ["personnel"],
    systemAdministrator: true,
  },
  { code: "sato", name: "佐藤 昇", organizations: ["quality"], groups: ["quality-council", "backup"] },
  { code: "suzuki", name: "鈴木 恵", organizations: ["general-affairs"], groups: ["auditors"] },
  { code: "takahashi", name: "髙橋 健一", organizations: ["inspection", "quality"], groups: ["quality-council"] },
  { code: "tanaka", name: "田中 美咲", organizations: ["inspection"] },
  { code: "ito", name: "伊藤 大輔", organizations: ["line1"] },
  { code: "watanabe", name: "渡邊 由美子", organizations: ["line1"] },
  { code: "yamamoto", name: "山本 翔", organizations: ["line2"] },
  { code: "nakamura", name: "中村 さくら", organizations: ["line2", "production"], groups: ["quality-council"] },
  { code: "kobayashi", name: "小林 誠", organizations: ["design"] },
  { code: "kato", name: "加藤 裕子", organizations: ["design"] },
  { code: "yoshida", name: "𠮷田 拓也", organizations: ["sales"] },
  { code: "yamada", name: "山田 花子", organizations: ["sales"] },
  { code: "sasaki", name: "佐々木 隆", organizations: ["production"], groups: ["quality-council"] },
  { code: "smith", name: "John Smith", organizations: ["design"], language: "en" },
];

/** The codes of those who belong to an organization directly. */
export function membersOf(organization: string): string[] {
  return people.filter((person) => person.organizations.includes(organization)).map((person) => person.code);
}
