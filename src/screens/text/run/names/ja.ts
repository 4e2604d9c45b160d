import type { ErrorFacts, Step } from "../../../../domain/errors";
import type { Target } from "../../../../domain/target";
import { askedTexts } from "../../asked/ja";
import { domainNames } from "../../domain-names";
import { settingNameIn } from "../../setting-names";
import { pageTexts } from "../../page/ja";

export const { number, bytes, duration, moment } = pageTexts.quantities;

/** More are told by their number. */
export const MOST_APPS = 5;

const MOST_SPACES = 20;

/** 「アプリ（ID 12）のレコード（ID 34）の添付ファイル「図面.pdf」」: only what is known. */
export function what(facts: ErrorFacts, otherwise: string): string {
  const { app, settings = [], lists = [], spaces = [], record, field, file, path } = facts;
  const names = settings.map((name) => `「${settingName(name)}」`).join("");
  const ofDomain = [...lists.map((list) => domainNames.ja[list]), ...(spaces.length > 0 ? [namedSpaces(spaces)] : [])];
  const parts = [
    ofDomain.join("、"),
    app && `アプリ（ID ${app}）`,
    names && `設定${names}`,
    record && `レコード（ID ${record}）`,
    field && `フィールド「${field}」`,
    file && `添付ファイル「${file}」`,
    !file && !names && path && `「${path}」`,
  ];
  return parts.filter(Boolean).join("の") || otherwise;
}

/** 「スペース（ID 3、5、ほか7個）」 */
function namedSpaces(ids: readonly string[]): string {
  const more = ids.length > MOST_SPACES ? `、ほか${number(ids.length - MOST_SPACES)}個` : "";
  return `スペース（ID ${ids.slice(0, MOST_SPACES).join("、")}${more}）`;
}

/** Of what is not there, whatever of it was asked for. */
export const theApp = ({ app }: ErrorFacts, otherwise: string) => what({ ...(app && { app }) }, otherwise);

/** 「アプリ「図面」（ID 12）」: only what is known. */
export function appCalled({ app, appName }: ErrorFacts): string {
  const name = appName === undefined ? "アプリ" : `アプリ「${appName}」`;
  return app ? `${name}（ID ${app}）` : name;
}

export const ruleCalled = ({ rule }: ErrorFacts) => (rule ? askedTexts.rule(rule) : "複数のアプリ");

/** 「図面（ID 12）、受注（ID 13）」 */
export const appsCalled = ({ apps = [] }: ErrorFacts) =>
  apps.map(({ appId, appName }) => (appName ? `${appName}（ID ${appId}）` : `ID ${appId}`)).join("、");

export const doneBy = ({ operator, since = "" }: ErrorFacts) =>
  operator
    ? `変更した人: ${operator}${since && `（${moment(since) ?? since}）`}。`
    : "変更した人の記録は見つかりませんでした。";

/** 「（kintone: 100件、アーカイブ: 98件）」: only what is known. */
export function compared(
  parts: Array<[label: string, value: number | undefined]>,
  written: (value: number) => string,
): string {
  const known = parts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${written(value)}`]));
  return known.length > 0 ? `（${known.join("、")}）` : "";
}

export const settingName = (name: string) => settingNameIn("ja", name);

export const count = (value: number) => `${number(value)}件`;

export function named({ appId, appName, recordId, rule }: Target): string {
  if (appId) return `アプリ「${appName}」（ID ${appId}）`;
  return rule ? `ルール「${askedTexts.rule(rule)}」` : `対象アプリの登録（レコードID ${recordId}）`;
}

/** The system's own word, for whoever looks after it. */
export function systemsReason(reason: string | undefined): string {
  return reason === undefined ? "" : `（理由: ${reason}）`;
}

/** What each step of a run is called. */
export const steps: Record<Step, string> = {
  targets: "対象の確認",
  settings: "アプリ設定の取得",
  records: "レコードの取得",
  attachments: "添付ファイルの取得",
  comments: "コメントの取得",
  domain: "プラグイン・スペース・ユーザーの取得",
  pack: "zipの作成",
  verify: "検証",
  deliver: "保存",
  history: "履歴の記録",
};
