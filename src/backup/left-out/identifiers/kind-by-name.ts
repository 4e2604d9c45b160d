import type { IdentifierKind } from "./identifier-kind";
import { IDENTIFIER_NAMES } from "./identifier-names";
import { searchableName } from "./searchable-name";

/** The number itself, or a picture of the card. The others (dates, choices, people) have no room for it. */
const TYPES_WITH_ROOM = new Set([
  ...["SINGLE_LINE_TEXT", "MULTI_LINE_TEXT", "RICH_TEXT", "NUMBER", "CALC", "LINK"],
  "FILE",
]);

/** Papers about the number that do not show it. */
const PAPERS = "同意書|規程|規定|マニュアル|手順書?|案内|誓約書|契約書";

/**
 * How a name ends that tells something about the number: マイナンバー提出状況. Whose it is does not clear it (配偶者), and
 * neither does a word that is not here: to leave out too much can be undone, a number in an archive cannot.
 */
const ABOUT_THE_NUMBER = new RegExp(
  [
    `(?:有無|状況|状態|済み?|未|要否|可否|日|日時|日付|期限|期間|方法|理由|目的|種別|区分|種類|フラグ|チェック|${PAPERS})$`,
    "(?:担当|責任|取扱|管理|確認|登録|入力|記入)者$|(?:担当|責任)部[署門]$|(?:提出|保管|委託|連絡)先$|保管場所$",
    "(?:件|枚|桁|回)数$|(?:管理|受付|申請|問い?合わ?せ)(?:番号|id|no)$|(?:関係|利用)?事務$|事務実施者$|制度$|研修$",
    "(?:状态|狀態|日期|方式)$|\\b(?:status|date|expiry|expiration|submitted|received|verified|checked|confirmed|flag)$",
  ].join("|"),
  "u",
);

const ONLY_A_PAPER = new RegExp(`(?:${PAPERS})$`, "u");

/** What follows is a second thing in the same field, and clears nothing: マイナンバー・生年月日. */
const AND = /^(?:\/|と|や|及び|および|又は|または|若しくは|もしくは| and\b| or\b)/u;

/** What a field is by one of its names. In an attachment, also by the name of the paper. */
export function kindByName(type: string, names: readonly string[]): IdentifierKind | undefined {
  if (!TYPES_WITH_ROOM.has(type)) return undefined;
  const isFile = type === "FILE";
  const clearing = isFile ? ONLY_A_PAPER : ABOUT_THE_NUMBER;
  const searchable = names.map(searchableName);
  return IDENTIFIER_NAMES.find(({ number, document }) =>
    [number, ...(isFile && document ? [document] : [])].some((term) =>
      searchable.some((name) => holds(name, term, clearing)),
    ),
  )?.kind;
}

function holds(name: string, term: RegExp, clearing: RegExp): boolean {
  const found = term.exec(name);
  if (!found) return false;
  const rest = name.slice(found.index + found[0].length);
  return AND.test(rest) || !clearing.test(withoutNotes(rest));
}

/** 提出状況(済/未) ends with what stands before its note. */
function withoutNotes(text: string): string {
  return text.replace(/\([^()]*\)/g, "").replace(/[()]/g, "");
}
