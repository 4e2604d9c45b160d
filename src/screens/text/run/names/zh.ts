import type { ErrorFacts, Step } from "../../../../domain/errors";
import type { Target } from "../../../../domain/target";
import { askedTexts } from "../../asked/zh";
import { domainNames } from "../../domain-names";
import { settingNameIn } from "../../setting-names";
import { pageTexts } from "../../page/zh";

export const { number, bytes, duration, moment } = pageTexts.quantities;

/** More are told by their number. */
export const MOST_APPS = 5;

const MOST_SPACES = 20;

/** “应用（ID 12）的记录（ID 34）的附件“图纸.pdf””: only what is known. */
export function what(facts: ErrorFacts, otherwise: string): string {
  const { app, settings = [], lists = [], spaces = [], record, field, file, path } = facts;
  const names = settings.map((name) => `“${settingName(name)}”`).join("");
  const ofDomain = [...lists.map((list) => domainNames.zh[list]), ...(spaces.length > 0 ? [namedSpaces(spaces)] : [])];
  const parts = [
    ofDomain.join("、"),
    app && `应用（ID ${app}）`,
    names && `设置${names}`,
    record && `记录（ID ${record}）`,
    field && `字段“${field}”`,
    file && `附件“${file}”`,
    !file && !names && path && `“${path}”`,
  ];
  return parts.filter(Boolean).join("的") || otherwise;
}

/** “空间（ID 3、5，另有7个）” */
function namedSpaces(ids: readonly string[]): string {
  const more = ids.length > MOST_SPACES ? `，另有${number(ids.length - MOST_SPACES)}个` : "";
  return `空间（ID ${ids.slice(0, MOST_SPACES).join("、")}${more}）`;
}

/** Of what is not there, whatever of it was asked for. */
export const theApp = ({ app }: ErrorFacts, otherwise: string) => what({ ...(app && { app }) }, otherwise);

/** “应用“图纸”（ID 12）”: only what is known. */
export function appCalled({ app, appName }: ErrorFacts): string {
  const name = appName === undefined ? "应用" : `应用“${appName}”`;
  return app ? `${name}（ID ${app}）` : name;
}

export const ruleCalled = ({ rule }: ErrorFacts) => (rule ? askedTexts.rule(rule) : "多个应用");

/** “图纸（ID 12）、订单（ID 13）” */
export const appsCalled = ({ apps = [] }: ErrorFacts) =>
  apps.map(({ appId, appName }) => (appName ? `${appName}（ID ${appId}）` : `ID ${appId}`)).join("、");

export const doneBy = ({ operator, since = "" }: ErrorFacts) =>
  operator ? `更改人：${operator}${since && `（${moment(since) ?? since}）`}。` : "未找到更改人的记录。";

/** “（kintone：100条，备份：98条）”: only what is known. */
export function compared(
  parts: Array<[label: string, value: number | undefined]>,
  written: (value: number) => string,
): string {
  const known = parts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}：${written(value)}`]));
  return known.length > 0 ? `（${known.join("，")}）` : "";
}

export const settingName = (name: string) => settingNameIn("zh", name);

export const count = (value: number) => `${number(value)}条`;

export function named({ appId, appName, recordId, rule }: Target): string {
  if (appId) return `应用“${appName}”（ID ${appId}）`;
  return rule ? `规则“${askedTexts.rule(rule)}”` : `备份对象的记录（ID ${recordId}）`;
}

/** The system's own word, for whoever looks after it. */
export function systemsReason(reason: string | undefined): string {
  return reason === undefined ? "" : `（原因：${reason}）`;
}

/** What each step of a run is called. */
export const steps: Record<Step, string> = {
  targets: "确认备份对象",
  settings: "读取应用设置",
  records: "读取记录",
  attachments: "读取附件",
  comments: "读取回复",
  domain: "读取插件、空间和用户",
  pack: "生成zip",
  verify: "验证",
  deliver: "保存",
  history: "写入执行历史",
};
