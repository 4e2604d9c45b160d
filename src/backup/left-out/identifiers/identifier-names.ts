import type { IdentifierKind } from "./identifier-kind";

/** Expressions for names that went through `searchableName`. */
export interface IdentifierNames {
  kind: IdentifierKind;
  /** Names of the number. */
  number: RegExp;
  /**
   * Names of the paper or card that the number is on. They count for attachments only: a text that is called 運転免許証 says
   * more often whether, or which, licence somebody has.
   */
  document?: RegExp;
}

const NUMBER = "(?:の?(?:記号)?/?(?:番号|番號|ナンバー?|号码?|號碼?|编号|編號)| ?(?:number|num|no)(?![a-z]))";

/** Other licences: of a real-estate agent, a physician, a liquor shop. */
const NOT_OF_A_TRADE = "(?<!業|業者|従事者|商|宅建|士|師|教員|販売|製造|無線)";

/** A product's passport is a file about a battery or a machine (Regulation (EU) 2024/1781, digital product passport). */
const NOT_OF_A_PRODUCT = "(?<!製品|商品|電池|バッテリー|デジタル|product ?|battery ?|digital ?)";

/**
 * What identifies a person, by the names that people give it; the first that fits decides. My Numbers stand first: to keep
 * them beyond what the law allows is forbidden (番号法, articles 20 and 29). Of the others the resident record code
 * (住民基本台帳法), the basic pension number (国民年金法) and the numbers of the insured (健康保険法) may not be asked for by just
 * anybody either. Keywords: Microsoft Purview, sensitive information types of Japan; the names of the laws.
 *
 * A word in front never clears 個人番号: an employee's, a customer's and a dependant's are My Numbers.
 * Left out because they mean too much else: カード番号 alone (of a staff card, a kanban), 保険者番号 (of the insurer),
 * 免許 with a trade in front, 住民票 (a copy normally has neither number), 個人No. (often a staff number).
 */
export const IDENTIFIER_NAMES: readonly IdentifierNames[] = [
  {
    kind: "my-number",
    number: new RegExp(
      [
        "マイ/?ナンバー?|まいなんばー?|マイナ(?:番号|カード)|個人(?:番号|番號|ナンバー?)|社会保障/?税番号",
        "(?:个人|個人)(?:编号|編號|号码|號碼)|(?<!\\p{L})通知カード",
        // An economy, a dummy and an army have numbers too.
        "(?<!\\b(?:dum|acade|econo|ar|ene|anato|taxono|autono))my ?(?:numbers?(?! ?(?:one|of)\\b)|no(?![a-z]))",
        "\\bindividual ?number|^personal ?number$|\\bkojin ?bangou?",
      ].join("|"),
      "u",
    ),
  },
  {
    kind: "basic-pension-number",
    number: new RegExp(
      `(?:基礎|基础)?年金(?:手帳|証書)?${NUMBER}|厚生年金(?:被保険者)${NUMBER}|\\bpension${NUMBER}`,
      "u",
    ),
    document: /年金手帳|基礎年金番号通知書/u,
  },
  {
    kind: "residence-card-number",
    number: new RegExp(
      `(?:在留(?:カード|卡)?|特別永住者証明書|外国人登録(?:証明書|証)?)${NUMBER}|\\b(?:residence|zairyu) ?card${NUMBER}`,
      "u",
    ),
    document: /在留カード|在留卡|特別永住者証明書|\b(?:residence|zairyu) ?card/u,
  },
  {
    kind: "passport-number",
    number: new RegExp(`${NOT_OF_A_PRODUCT}(?:旅券|パスポート|护照|護照|\\bpassport)${NUMBER}`, "u"),
    document: new RegExp(`${NOT_OF_A_PRODUCT}(?:旅券|パスポート|护照|護照|\\bpassport)`, "u"),
  },
  {
    kind: "drivers-license-number",
    number: new RegExp(
      `(?:${NOT_OF_A_TRADE}免許証?|運転経歴証明書|驾驶?[证照]|駕駛?執?照)${NUMBER}|\\bdrivers? ?licen[sc]e${NUMBER}`,
      "u",
    ),
    document: new RegExp(`${NOT_OF_A_TRADE}免許証|運転経歴証明書|驾驶?[证照]|駕駛?執?照|\\bdrivers? ?licen[sc]e`, "u"),
  },
  {
    kind: "employment-insurance-number",
    number: new RegExp(`雇用保険(?:被保険者)?(?:証)?${NUMBER}|\\bemployment ?insurance${NUMBER}`, "u"),
    document: /雇用保険被保険者証/u,
  },
  {
    kind: "health-insurance-number",
    number: new RegExp(
      `被保険者(?:証|等|整理)*${NUMBER}|(?:保険|健保|国保)証${NUMBER}|(?:健康保険|健保|国保)${NUMBER}|健康保险卡?${NUMBER}|\\bhealth ?insurance(?: ?card)?${NUMBER}|\\binsured(?: ?person)?${NUMBER}`,
      "u",
    ),
    document: /保険証(?!券|書|明)|被保険者証|健康保険資格確認書|\bhealth ?insurance ?card/u,
  },
  {
    kind: "resident-record-code",
    number:
      /住民票?の?(?:コード|番号|code\b)|住基(?:コード|番号)|住民票(?:编码|編碼)|\bresident ?(?:record|register) ?code|\bju+minhyou? ?code/u,
  },
  {
    kind: "credit-card-number",
    number: new RegExp(
      `(?:クレジット|クレカ|デビット)(?:カード)?${NUMBER}|信用卡卡?${NUMBER}|\\b(?:credit|debit) ?card${NUMBER}`,
      "u",
    ),
    document: /クレジットカード|信用卡|\bcredit ?card/u,
  },
  {
    kind: "social-security-number",
    number: new RegExp(
      `社会(?:保障|保険)${NUMBER}|社保${NUMBER}|\\bssn(?![a-z])|\\bsocial ?(?:security|insurance)${NUMBER}`,
      "u",
    ),
    document: /\bsocial ?security ?card/u,
  },
  {
    kind: "national-id-number",
    number: new RegExp(
      `身[份分][证證](?:字)?${NUMBER}|주민등록번호|\\bnational ?id(?![a-z])|\\bnational ?identification`,
      "u",
    ),
    document: /身[份分][证證]/u,
  },
];
