import type { DomainPart } from "../../src/archive/domain-lists";
import { formFields } from "../../src/history/app-definition/fields";
import { japanese } from "../../src/history/app-definition/japanese";
import { newFile } from "../backup/whole-runs/inspections";
import type { App } from "../emulator/domain/app";
import { createDomain, type Domain, type NewApp } from "../emulator/domain/domain";
import type { FileContent } from "../emulator/domain/files";
import type { Input } from "../emulator/records/write";
import { createRandom, type Random } from "../emulator/sample/random";

/** What a target asks for, as its record in the backup-management app says it. */
export interface Wish {
  app: App;
  guestSpaceId: number | undefined;
  /** `$id` of the target's record. */
  recordId: number;
  query: string;
  include: ReadonlySet<"records" | "attachments" | "comments" | "settings">;
  excludedFields: readonly string[];
}

/** A kintone that a seed made, and what of it is to be backed up. */
export interface RandomKintone {
  domain: Domain;
  management: App;
  wishes: Wish[];
  /** What is to be backed up beside the apps. */
  beside: readonly DomainPart[];
}

/** Who runs the backup. */
export const OPERATOR = { code: "admin", name: "管理者", password: "kintone" };
/** Who owns the apps, and sees what the operator may not see any more. */
export const OWNER = { code: "owner", name: "所有者", password: "kintone" };

/** The hour at which everything happens: the same seed makes the same run on any day. */
export const NOW = new Date("2026-11-20T03:00:00Z");

const GUEST_SPACE = 3;
const SPACE = 4;

/** One to four small apps; at times one with more records than a page has, one in a guest space, one in a space. */
export function randomKintone(seed: number): RandomKintone {
  const random = createRandom(seed, "kintone");
  const domain = createDomain({ now: () => NOW });
  for (const person of [OPERATOR, OWNER]) domain.people.addUser(person);
  const members = { administrators: [OWNER.code, OPERATOR.code] };
  domain.spaces.add({ id: GUEST_SPACE, name: "仕入先", isGuest: true, ...members });
  domain.spaces.add({ id: SPACE, name: "品質保証", ...members });
  const management = domain.addApp({
    ...{ id: 90, name: "バックアップ管理", creator: OPERATOR.code },
    properties: formFields(japanese) as unknown as NewApp["properties"],
  });
  const hasLongApp = random.chance(0.03);
  const wishes = Array.from({ length: random.pick([1, 2, 2, 3, 4]) }, (_, index) =>
    addWish(domain, management, { number: index + 1, isLong: hasLongApp && index === 0 }, random),
  );
  return { domain, management, wishes, beside: addPeople(domain, createRandom(seed, "beside")) };
}

/** More of them than a page has, at times, where they are to be backed up. */
function addPeople({ people }: Domain, random: Random): readonly DomainPart[] {
  const beside = random.pick<DomainPart[]>([[], [], ["spaces"], ["people"], ["spaces", "people"]]);
  if (!beside.includes("people")) return beside;
  people.addOrganization({ code: "factory", name: "工場" });
  people.addOrganization({ code: "qa", name: "品質保証", parentCode: "factory" });
  people.addGroup({ code: "leaders", name: "リーダー" });
  const count = random.pick([0, 3, 120]);
  for (let index = 0; index < count; index += 1) {
    const [organizations, groups] = [random.some(["factory", "qa"], 1), random.some(["leaders"], 1)];
    people.addUser({ code: `user${index}`, name: `利用者${index}`, password: "kintone", organizations, groups });
  }
  return beside;
}

const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code, label: code });

const PROPERTIES = {
  品番: text("品番"),
  数量: { type: "NUMBER", code: "数量", label: "数量" },
  備考: { type: "MULTI_LINE_TEXT", code: "備考", label: "備考" },
  添付: { type: "FILE", code: "添付", label: "添付" },
  測定: {
    ...{ type: "SUBTABLE", code: "測定", label: "測定" },
    fields: { 項目: text("項目"), 写真: { type: "FILE", code: "写真", label: "写真" } },
  },
};

const EVERYTHING = ["records", "attachments", "comments", "settings"] as const;

function addWish(
  domain: Domain,
  management: App,
  { number, isLong }: { number: number; isLong: boolean },
  random: Random,
): Wish {
  const spaceId = [GUEST_SPACE, SPACE][random.integer(0, 4)];
  const rights = {
    ...{ appEditable: true, recordViewable: true, recordAddable: true, recordEditable: true, recordDeletable: true },
    ...{ recordImportable: true, recordExportable: true },
  };
  const app = domain.addApp({
    ...{ id: number, name: `検査 ${number}`, creator: OWNER.code, properties: PROPERTIES },
    ...(spaceId !== undefined && { spaceId }),
    views: { 一覧: { type: "LIST", fields: ["品番"] } },
    acl: [OWNER, OPERATOR].map(({ code }) => ({ entity: { type: "USER", code }, ...rights })),
    ...(random.chance(0.3) && { translations: { en: { [`検査 ${number}`]: "Inspection", 品番: "Part number" } } }),
  });
  if (random.chance(0.4)) addScripts(domain, app, random);
  addRecords(
    domain,
    app,
    isLong ? random.integer(501, 530) : random.pick([0, 1, random.integer(2, 6), random.integer(2, 12)]),
    random,
  );

  const has = (part: (typeof EVERYTHING)[number]) => {
    if (part === "comments" && isLong) return false; // A request for each record would take seconds.
    return random.chance({ records: 0.95, attachments: 0.9, comments: 0.7, settings: 0.35 }[part]);
  };
  const include = new Set(EVERYTHING.filter(has));
  const query = random.chance(0.15) ? "数量 >= 3" : "";
  const excludedFields = random.some(["備考", "写真"], random.chance(0.2) ? 1 : 0);
  const { id: recordId } = management.addRecord({
    record_type: { value: "target" },
    target_app_id: { value: String(number) },
    target_enabled: { value: ["enabled"] },
    target_query: { value: query },
    // Nothing chosen would be everything.
    target_include: { value: include.size > 0 ? [...include] : [...EVERYTHING] },
    target_excluded_fields: { value: excludedFields.join("\n") },
    ...(spaceId === GUEST_SPACE && { target_guest_space_id: { value: String(GUEST_SPACE) } }),
  });
  return {
    ...{ app, recordId, query, excludedFields },
    include: include.size > 0 ? include : new Set(EVERYTHING),
    guestSpaceId: spaceId === GUEST_SPACE ? GUEST_SPACE : undefined,
  };
}

function addRecords(domain: Domain, app: App, count: number, random: Random): void {
  for (let number = 1; number <= count; number += 1) {
    const { id } = app.addRecord(record(domain, number, random, count > 20 ? 0.01 : 0.3));
    if (count > 20 || !random.chance(0.4)) continue;
    // More than ten are more than one page of comments.
    const comments = random.chance(0.15) ? random.integer(10, 23) : random.integer(1, 4);
    for (let comment = 1; comment <= comments; comment += 1) {
      app.addComment(id, { text: `確認 ${number}-${comment}`, creator: OWNER.code });
    }
  }
}

function record(domain: Domain, number: number, random: Random, withFiles: number): Input {
  const files = (most: number) =>
    random.chance(withFiles)
      ? Array.from({ length: random.integer(1, most) }, () => newFile(domain, random.pick(NAMES), content(random)))
      : [];
  const rows = Array.from({ length: random.chance(withFiles) ? random.integer(1, 3) : 0 }, (_, row) => ({
    value: { 項目: { value: `寸法 ${row}` }, 写真: { value: files(2) } },
  }));
  return {
    品番: { value: `P-${number}` },
    数量: { value: String(number % 7) },
    備考: { value: `備考 ${number}\n"二行目", ${random.integer(0, 999_999)}` },
    添付: { value: files(3) },
    測定: { value: rows },
  };
}

/** The second and the third are the same on Windows and macOS; the last is refused there. */
const NAMES = ["図面.pdf", "a.txt", "A.TXT", "検査成績書 (1).xlsx", "a:b.bin"];

function content(random: Random): Uint8Array {
  const size = random.pick([0, 1, random.integer(2, 400), random.integer(400, 6000)]);
  return Uint8Array.from({ length: size }, () => random.integer(0, 255));
}

function addScripts(domain: Domain, app: App, random: Random): void {
  const file = (name: string) => {
    const bytes = content(random);
    const whole: FileContent = { name, contentType: "text/javascript", size: bytes.length, bytes };
    return { type: "FILE" as const, file: domain.files.attach(whole, { kind: "settings", appId: app.id }) };
  };
  const desktop = { js: [file("main.js"), file("main.js")], css: [file("style.css")] };
  const icon = random.chance(0.5) ? { icon: file("icon.png") } : {};
  app.change({
    customize: { scope: "ALL", desktop, mobile: { js: [file("mobile.js")], css: [] } },
    general: { ...app.preview.general, ...icon },
  });
  app.deploy(OWNER.code);
}
