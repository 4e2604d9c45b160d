import type { ErrorFacts } from "../../../domain/errors";
import type { OverBudget } from "../../../domain/request-budget";
import type { Target } from "../../../domain/target";
import { askedTexts } from "../asked/zh";
import { limitsBehind } from "../asked/limits";
import { domainNames } from "../domain-names";
import { pageTexts } from "../page/zh";
import { settingNameIn } from "../setting-names";
import { unreachedTexts } from "../unreached/zh";
import { toldObstacle } from "../unreached/messages";
import type { Messages } from "./messages";

const { number, bytes, duration, moment } = pageTexts.quantities;

/** “应用（ID 12）的记录（ID 34）的附件“图纸.pdf””: only what is known. */
function what(facts: ErrorFacts, otherwise: string): string {
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
const theApp = ({ app }: ErrorFacts, otherwise: string) => what({ ...(app && { app }) }, otherwise);

/** “应用“图纸”（ID 12）”: only what is known. */
function appCalled({ app, appName }: ErrorFacts): string {
  const name = appName === undefined ? "应用" : `应用“${appName}”`;
  return app ? `${name}（ID ${app}）` : name;
}

const ruleCalled = ({ rule }: ErrorFacts) => (rule ? askedTexts.rule(rule) : "多个应用");

/** “图纸（ID 12）、订单（ID 13）” */
const appsCalled = ({ apps = [] }: ErrorFacts) =>
  apps.map(({ appId, appName }) => (appName ? `${appName}（ID ${appId}）` : `ID ${appId}`)).join("、");

const doneBy = ({ operator, since = "" }: ErrorFacts) =>
  operator ? `更改人：${operator}${since && `（${moment(since) ?? since}）`}。` : "未找到更改人的记录。";

/** What is in the way, what that means, and what to do; nothing when it is not known. */
function obstructed(facts: ErrorFacts): string | undefined {
  const told = toldObstacle(unreachedTexts, facts);
  return told && `${told.cause}，因此未能读取${what(facts, "数据")}。${told.remedy}`;
}

/** “（kintone：100条，备份：98条）”: only what is known. */
function compared(
  parts: Array<[label: string, value: number | undefined]>,
  written: (value: number) => string,
): string {
  const known = parts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}：${written(value)}`]));
  return known.length > 0 ? `（${known.join("，")}）` : "";
}

const settingName = (name: string) => settingNameIn("zh", name);
const count = (value: number) => `${number(value)}条`;
function named({ appId, appName, recordId, rule }: Target): string {
  if (appId) return `应用“${appName}”（ID ${appId}）`;
  return rule ? `规则“${askedTexts.rule(rule)}”` : `备份对象的记录（ID ${recordId}）`;
}

/** The system's own word, for whoever looks after it. */
function systemsReason(reason: string | undefined): string {
  return reason === undefined ? "" : `（原因：${reason}）`;
}

/** Where nothing better is known to say. */
function unforeseen({ refusal, reason }: ErrorFacts): string {
  return refusal ? "" : systemsReason(reason);
}

/** What could not be saved; what to do about it depends on the place. */
export function notSaved(facts: ErrorFacts): string {
  return `无法保存${what(facts, "zip文件")}${unforeseen(facts)}。`;
}

const overBudgetTexts: Record<OverBudget, string> = {
  stop: "回复只读取到剩余次数为止。其他数据超出剩余次数时，将在日本时间9点之后继续读取。",
  pause: "剩余次数用完后，将在日本时间9点之后继续读取。",
  "without-comments": "不读取回复。其他数据超出剩余次数时，将在日本时间9点之后继续读取。",
  "go-on": "按照所选，将超出此次数继续。",
};

/** More are told by their number. */
const MOST_APPS = 5;
const MOST_SPACES = 20;

export const zh: Messages = {
  asked: askedTexts,
  ...pageTexts,
  step: {
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
  },
  problem: {
    sentence: {
      SETTINGS_UNREADABLE: () => "无法读取插件的设置，因此未能开始备份。请让管理员打开插件的设置页面并重新保存。",
      NO_TARGETS: () => "没有备份对象。请登记要备份的应用并勾选“备份”，然后重新执行。",
      TARGET_INCOMPLETE: (facts) =>
        `${what(facts, "备份对象的记录")}填写有误，因此未能备份。请检查备份对象的应用ID和来宾空间ID。`,
      TARGET_GONE: (facts) =>
        `${appCalled(facts)}在上次执行时是备份对象，现在已不是，因此未包含在备份中。其登记已被删除，或改为其他应用。${doneBy(facts)}如果并非有意，请在插件的设置画面中重新添加。`,
      TARGET_DISABLED: (facts) =>
        `${appCalled(facts)}在上次执行时是备份对象，现在已停用，因此未包含在备份中。${doneBy(facts)}如果并非有意，请重新启用。`,
      TARGET_RETYPED: (facts) =>
        `登记${appCalled(facts)}的记录的类型被改成了其他类型。此应用仍照常备份，执行结束时会将类型改回。可以在该记录的更改历史中确认更改人。`,
      RULE_INCOMPLETE: (facts) =>
        `以空间的所有应用为对象的登记${facts.record ? `（记录ID ${facts.record}）` : ""}没有空间ID，因此未按此规则备份任何应用。请输入空间ID。`,
      RULE_EMPTY: (facts) =>
        `kintone未列出任何符合规则“${ruleCalled(facts)}”的应用，因此未按此规则备份任何应用。请确认是否有应用，以及是否有查看权限。如果目前没有应用，请在创建应用之前停用此规则。`,
      RULE_NOT_LISTED: (facts) =>
        facts.ofToken
          ? `使用API令牌无法从kintone获取应用列表，因此未按规则“${ruleCalled(facts)}”备份任何应用。请使用登录名和密码执行，或将各应用逐个添加为备份对象。`
          : `未能获取符合规则“${ruleCalled(facts)}”的应用列表${systemsReason(facts.reason)}，因此未按此规则备份任何应用。请确认空间是否仍存在、您是否为其成员，然后重新执行。`,
      RULES_NOT_PREPARED: () => "此应用还没有规则所需的字段。请先点击上方的“准备此应用”，然后重新添加规则。",
      RULE_APPS_NEW: (facts) =>
        `规则“${ruleCalled(facts)}”自上次执行以来新增了以下应用，从本次起备份：${appsCalled(facts)}。如果不需要备份，请将其ID添加到规则排除的应用中。`,
      RULE_APPS_GONE: (facts) =>
        `以下应用在规则“${ruleCalled(facts)}”上次执行时已备份，但未包含在本次备份中：${appsCalled(facts)}。应用可能已被删除或移动，您可能已无查看权限，或规则已将其排除。如果并非有意，请恢复应用或权限，或将其单独添加为备份对象。`,
      RULE_GONE: (facts) =>
        `规则“${ruleCalled(facts)}”已被删除、停用或更改，因此上次执行时按此规则备份的以下应用未包含在本次备份中：${appsCalled(facts)}。如果并非有意，请重新添加规则或启用。`,
      APP_NOT_FOUND: (facts) =>
        `找不到${theApp(facts, "备份对象的应用")}，因此未能备份。应用可能已被删除，或应用ID有误。请检查备份对象的应用ID和来宾空间ID。`,
      RECORD_NOT_FOUND: (facts) => `找不到${what(facts, "记录")}，因此未包含在备份中。可能在备份过程中被删除。`,
      NO_PERMISSION: (facts) =>
        facts.ofToken
          ? `API令牌没有权限，因此未能读取${what(facts, "数据")}。请在${theApp(facts, "应用")}的设置中为API令牌添加所需权限（“查看记录”；读取应用设置时还需要“管理应用”），更新应用后重新执行。`
          : `您没有读取${what(facts, "数据")}的权限。请检查应用、记录和字段的访问权限，或由有权限的用户执行。`,
      WRONG_SPACE: (facts) =>
        facts.guestSpaceId
          ? `在来宾空间（ID ${facts.guestSpaceId}）中找不到${theApp(facts, "备份对象的应用")}。请检查备份对象的来宾空间ID。`
          : `${theApp(facts, "备份对象的应用")}位于来宾空间中。请在备份对象的记录中输入来宾空间ID。`,
      QUERY_REFUSED: (facts) =>
        `无法按指定的筛选条件读取${what(facts, "备份对象的应用")}的记录。请修改备份对象的筛选条件。`,
      SETTING_OUTDATED: (facts) =>
        `${what(facts, "应用的设置")}中仍指定了已不存在的用户、组、组织或字段，无法从kintone读取，因此未包含在备份中。请在kintone中打开该设置，删除已不存在的项目并保存，更新应用后重新执行。`,
      SESSION_EXPIRED: () =>
        "kintone的登录已失效，因此无法继续。请重新登录后再次执行。如果是通过命令执行，请检查登录信息。",
      LOGIN_REFUSED: () => "无法登录kintone。请检查登录名和密码，或API令牌。使用两步验证的用户无法通过命令执行。",
      TOKEN_REFUSED: (facts) =>
        `指定的API令牌中没有可用于${theApp(facts, "应用")}的令牌，因此未能读取${what(facts, "数据")}。请在${theApp(facts, "应用")}的设置中生成API令牌并更新应用，然后将其添加到环境变量KINTONE_API_TOKEN中（以逗号分隔）。`,
      TOO_MANY_REQUESTS: (facts) =>
        `向kintone发送的请求过多，因此未能读取${what(facts, "数据")}。请稍后重新执行，或减小设置中的“同时请求数”。`,
      UNAVAILABLE: (facts) =>
        `kintone没有响应，因此未能读取${what(facts, "数据")}。可能正在维护或访问繁忙。请稍后重新执行。`,
      NETWORK: (facts) =>
        obstructed(facts) ?? `通信中断，因此未能读取${what(facts, "数据")}。请检查网络连接后重新执行。`,
      TIMED_OUT: (facts) =>
        `kintone的响应未能在规定时间内全部到达，因此未能读取${what(facts, "数据")}。kintone可能访问繁忙，或网络较慢。请稍后重新执行。`,
      ANSWER_TOO_LARGE: (facts) =>
        `kintone的响应过大${compared([["上限", facts.expected]], bytes)}，因此未能读取${what(facts, "数据")}，备份中不包含该内容。请在kintone中减少其内容（较长的文本或表格的行），或将其拆分后重新执行。`,
      BAD_RESPONSE: (facts) =>
        `kintone的响应格式不正确，因此未能读取${what(facts, "数据")}。如果重新执行后仍然如此，请咨询网络管理员。`,
      UNREACHABLE: (facts) => obstructed(facts) ?? `无法连接到kintone，因此未能读取${what(facts, "数据")}。`,
      NOT_KINTONE: (facts) =>
        obstructed(facts) ??
        `返回的响应${facts.contentType ? `（${facts.contentType}）` : ""}并非来自kintone的API，因此未能读取${what(facts, "数据")}。通信可能被IP地址限制、代理、防火墙或登录页面等阻止。请确认能否从此设备使用kintone；如果可以使用但仍然如此，请咨询kintone的系统管理员或网络管理员。`,
      REFUSED: (facts) =>
        facts.managersOnly
          ? "只有此应用的管理者可以更改备份对象的内容。请让应用管理者更改。如果您是应用管理者却不能更改，请点击插件设置页面的“准备此应用”。"
          : `kintone拒绝了对${what(facts, "数据")}的请求。`,
      SETTINGS_NOT_READABLE: ({ app, settings = [] }) =>
        `您没有查看${app ? `应用（ID ${app}）` : "应用"}以下设置的权限，因此未包含在备份中：${settings.map(settingName).join("、")}。请由应用的管理员执行，或在插件的设置页面将这些设置从备份对象中排除，或认可此缺失。`,
      SETTING_NOT_UNDERSTOOD: ({ app, settings = [], parts = [] }) =>
        `${app ? `应用（ID ${app}）` : "应用"}的设置${settings.map((name) => `“${settingName(name)}”`).join("、")}中有与预期不同的部分${parts.length > 0 ? `（${parts.join("、")}）` : ""}，其中指定的文件等可能未包含在备份中。设置的内容按kintone返回的原样包含在备份中。请确认是否有新版本的kintone Backup Manager。`,
      FIELD_NOT_READABLE: (facts) =>
        `您没有查看${what(facts, "字段")}的权限，因此未包含在备份中。请检查字段的访问权限，或由有权限的用户执行。如果无需包含，可在插件的设置页面认可此缺失。`,
      RECORDS_MAY_BE_HIDDEN: ({ app, hidden }) => {
        const name = app ? `应用（ID ${app}）` : "应用";
        if (hidden === "changed")
          return `备份过程中${name}的记录权限被更改，可能有记录未包含在备份中。请在无人更改权限时重新执行。`;
        const reason =
          hidden === "unknown"
            ? `没有查看${name}记录权限的权限，因此无法确认是否有执行者看不到的记录。`
            : `由于${name}的记录权限，可能有执行者看不到的记录。`;
        return `${reason}看不到的记录不会包含在备份中，kintone也不会告知其数量。请由可以查看所有记录的应用管理员执行，或在插件的设置页面认可此缺失。`;
      },
      EXCLUDED_FIELD_UNKNOWN: (facts) =>
        `找不到指定要排除的${what(facts, "字段")}。该字段可能已被删除，或字段代码已更改。如果是字段代码已更改，其值可能已包含在备份中。请检查备份对象的“排除的字段”。`,
      IDENTIFIER_UNDECIDED: (facts) =>
        `${what(facts, "字段")}可能是个人编号（My Number）等个人识别号码，因此没有备份。请在插件的设置页面选择备份或排除。`,
      FORM_CHANGED: (facts) =>
        `备份过程中${what(facts, "应用")}的表单被更改，记录与表单可能不一致。请在无人更改应用设置时重新执行。`,
      COUNT_MISMATCH: (facts) =>
        `${what(facts, "应用")}的记录数不一致${compared(
          [
            ["kintone", facts.expected],
            ["备份", facts.actual],
          ],
          count,
        )}。备份过程中可能添加或删除了记录。请重新执行。`,
      OVER_BUDGET: ({ app, expected = 0, actual = 0 }) =>
        `${app ? `应用${app}的` : ""}${count(actual)}记录的回复不在备份中：读取回复时每条记录需要一次API请求，而备份每天可对每个应用使用的${number(expected)}次已用完。如果设置为从上次备份沿用未更改的内容，以后的备份会读取其余部分。否则请选择明天继续、增加可使用的请求数、不备份回复，或用筛选条件减少记录。`,
      COMMENTS_TAKEN_OVER: ({ app, since = "", actual = 0 }) =>
        `${app ? `应用${app}的` : ""}${count(actual)}记录的回复沿用自以前的备份（最早读取于${moment(since) ?? since}），因为每天可使用的API请求数不足以读取全部回复。以后的备份会先读取新的和已更改的记录，再从最旧的开始读取。`,
      NOT_IN_CSV: ({ actual = 1, ...facts }) =>
        facts.field === undefined
          ? `${count(actual)}记录的行超出CSV的容量，因此未包含在records.csv中（第一条：${what(facts, "记录")}）。这些记录已按kintone返回的原样保存在records.jsonl中，无需处理。仅在使用records.csv恢复时需要补充。`
          : `在${count(actual)}记录中，kintone返回了CSV无法表示的值，因此records.csv中的单元格为空或缺少一部分（第一处：${what(facts, "字段")}）。这些值已按kintone返回的原样保存在records.jsonl中，无需处理。仅在使用records.csv恢复时需要补充。`,
      DOMAIN_NOT_READABLE: (facts) =>
        `您没有查看${what(facts, "插件、空间、用户的部分信息")}的权限，因此未包含在备份中。非公开空间只有其成员可以查看；API令牌无法读取这些信息。请加入这些空间，或由有权限的用户执行；不需要时，请在设置中按ID排除这些空间，或关闭此部分的备份。`,
      DOMAIN_CHANGING: (facts) =>
        `${what(facts, "插件、空间、用户的列表")}每次读取时内容都发生了变化，或读取过程中有人重新登录kintone，因此未包含在备份中。请在没有人更改用户、组织、组、空间和插件时重新执行。`,
      FILE_GONE: (facts) =>
        `找不到${what(facts, "附件")}，因此未包含在备份中。可能在备份过程中被替换或删除。请重新执行。`,
      FILE_SIZE_MISMATCH: (facts) =>
        `${what(facts, "附件")}的大小不一致${compared(
          [
            ["kintone", facts.expected],
            ["收到", facts.actual],
          ],
          bytes,
        )}。该文件未正确备份。请重新执行。`,
      ENTRY_TOO_LARGE: (facts) =>
        `${what(facts, "文件")}过大，无法放入zip，因此未包含在备份中${compared(
          [
            ["大小", facts.actual],
            ["上限", facts.expected],
          ],
          bytes,
        )}。请用其他方法保存。`,
      NO_SPACE: (facts) =>
        `可用空间不足，无法保存备份${compared(
          [
            ["需要", facts.expected],
            ["可用", facts.actual],
          ],
          bytes,
        )}。请删除不需要的文件后重新执行。`,
      ARCHIVE_DAMAGED: (facts) =>
        `回读生成的zip时，发现${what(facts, "部分内容")}不正确。请不要使用此zip，并重新执行。`,
      WORKSPACE_FAILED: ({ reason }) =>
        `无法将备份的工作文件写入此浏览器的存储区，或无法从中读取${systemsReason(reason)}。可能是执行期间网站数据被删除，或磁盘有问题。请确认后重新执行。`,
      DELIVERY_FAILED: (facts) => `${notSaved(facts)}请检查浏览器的下载设置后重新执行。`,
      BROWSER_TOO_OLD: ({ reason }) =>
        `此浏览器缺少备份所需的功能${reason ? `（${reason}）` : ""}，因此没有开始备份。请使用最新的Chrome、Edge或Firefox执行。`,
      NO_PRIVATE_STORAGE: ({ reason }) =>
        `此浏览器无法保存工作文件，因此没有开始备份${systemsReason(reason)}。如果正在使用隐私窗口或无痕窗口，请在普通窗口中执行。如果是普通窗口，请在浏览器设置中允许此网站保存数据。`,
      RUN_SILENT: ({ resumable }) =>
        `备份在此浏览器中停止响应，已被结束。${
          resumable ? "关闭此对话框后，记录列表会显示“从中断处继续”，已读取的数据无需重新读取。" : "请重新执行。"
        }如果再次发生，请重新启动浏览器或使用其他浏览器。`,
      HISTORY_UNWRITABLE: () => "无法写入执行历史。请检查备份管理应用的访问权限和字段。",
      HISTORY_REFUSED: ({ app, lacking, operator, restores }) => {
        const place = `备份管理应用${app ? `（ID ${app}）` : ""}`;
        const work = restores ? "恢复" : "备份";
        switch (lacking) {
          case undefined:
            return `kintone未接受向${place}写入执行历史，因此未开始${work}。如果在该应用中添加了必填字段或禁止重复的字段，请取消这些设置。`;
          case "app":
            return `找不到${place}，因此未开始${work}。应用可能已被删除，或者应用ID或来宾空间ID有误。`;
          case "fields":
            return `${place}中没有执行历史的字段，因此未开始${work}。请检查应用ID。如果正确，请让管理员在插件的设置页面点击“准备此应用”。`;
          default: {
            const right = { view: "查看", add: "添加", edit: "编辑" }[lacking];
            return `${operator || "执行所用的API令牌"}没有在${place}中${right}记录的权限，无法记录执行历史，因此未开始${work}。请让管理员授予该应用记录的查看、添加和编辑权限，或由有权限的用户执行。`;
          }
        }
      },
      HISTORY_FILE_CHANGED: ({ file, record }) =>
        `历史记录${record ?? ""}中附加的${file ? `“${file}”` : "文件"}在写入后被更改。由于无法得知以前恢复过哪些记录，继续执行可能会重复添加相同的记录。没有做任何更改。请让应用管理员确认该记录的更改历史。`,
      ANOTHER_RUN: ({ operator, since, restores }) => {
        const started = since && moment(since);
        const whose = [operator && `由${operator}`, started && `于${started}`].filter(Boolean).join("");
        return `${whose ? `${whose}开始的` : "另一个"}${restores ? "恢复" : "备份"}正在执行。请等其结束后再执行。`;
      },
      CANCELLED: ({ restores }) => `${restores ? "恢复" : "备份"}已取消，尚未完成。`,
      UNEXPECTED: (facts) => `${what(facts, "处理过程")}发生意外错误。如果重新执行后仍然如此，请将此内容告知管理员。`,
    },
    unreached: unreachedTexts,
    kintoneSays: (sentence, message) => `${sentence}kintone的消息：${message}`,
    accepted: (sentence, { reason, by, at }) =>
      `已认可的缺失（${by}，${at.slice(0, 10)}，理由：${reason}）：${sentence}`,
    withDetail: (sentence, detail) => `${sentence}详细信息：${detail}`,
  },
  log: {
    "run-started": ({ runId, operator, targets }) =>
      `备份已开始。执行ID：${runId}，执行者：${operator || "（API令牌）"}，备份对象：${number(targets)}个`,
    "run-resumed": ({ targets, settled, requests }) =>
      `从中断处继续备份。${number(targets)}个备份对象中已读取${number(settled)}个。至此的API请求：${number(requests)}次`,
    "target-started": ({ target, expectedRecords }) =>
      `开始读取${named(target)}。${expectedRecords === undefined ? "" : `记录：${count(expectedRecords)}`}`,
    "lost-targets-unknown": () => "无法读取上次的执行，因此未能确认是否有备份对象消失，或是否有应用按规则新增。",
    "rule-worked-out": ({ rule, apps }) => `按规则“${askedTexts.rule(rule)}”，本次备份${number(apps)}个应用。`,
    "used-requests-unknown": () => "无法读取今天此前的备份所用的API请求数，按0次计算。",
    "many-requests": ({ target, requests, left, budget: { perAppAndDay, overBudget } }) =>
      `备份${named(target)}至少需要${number(requests)}次API请求。备份每天可对每个应用使用的${number(perAppAndDay)}次中，还剩${number(left)}次。${overBudgetTexts[overBudget]}`,
    waited: () => "等待已结束。",
    "held-back": ({ target, until, perAppAndDay }) =>
      `备份每天可对${named(target)}使用的${number(perAppAndDay)}次API请求已用完，将在${moment(until)}之后继续读取。`,
    "budget-exceeded": ({ target, requests, perAppAndDay }) =>
      `今天的备份已对${named(target)}使用${number(requests)}次API请求，超过了每天可使用的${number(perAppAndDay)}次。超过所签版本的上限时，cybozu可能会向管理员发送通知邮件。`,
    "target-read-again": ({ target, because }) =>
      because === "form-changed"
        ? `备份过程中${named(target)}的表单被更改，将从头重新读取。`
        : `备份期间有人在此浏览器中登录了kintone。为避免混入以他人权限读取的数据，将从头重新读取${named(target)}。`,
    "smaller-pages": ({ target, from, to, because }) =>
      because === "odd-answer"
        ? `一次读取${named(target)}的${count(from)}记录时，kintone的响应无法使用（BAD_RESPONSE）。为查明原因所在的记录，从此处起每次读取${count(to)}。`
        : `${named(target)}的记录无法一次读取${count(from)}，从此处起每次读取${count(to)}。`,
    "records-taken-over": ({ target, records, added, changed, deleted }) =>
      `${named(target)}：沿用了上次备份的${count(records)}记录。此后添加：${count(added)}，更改：${count(changed)}，删除：${count(deleted)}`,
    "records-repaired": ({ target, added, changed, deleted }) =>
      `读取过程中${named(target)}的记录有变化，已重新读取。添加：${count(added)}，更改：${count(changed)}，删除：${count(deleted)}`,
    "records-still-changing": ({ target, changed }) =>
      `${named(target)}的记录仍在变化。重新读取后又被更改的记录：${count(changed)}`,
    "domain-read": ({ lists }) =>
      `应用以外的信息：${lists.map(({ list, written }) => `${domainNames.zh[list]} ${count(written)}`).join("，") || "未能读取"}`,
    "target-finished": ({ result }) =>
      `${named(result.target)}：${pageTexts.status[result.status]}。记录：${count(result.records)}，附件：${number(result.attachments)}个，${bytes(result.bytes)}，${duration(result.seconds)}，API请求：${number(result.requests)}次${limitsBehind(result.asked, askedTexts)}`,
    problem: ({ target, problem }, sentence) =>
      `${target ? `${named(target)}：` : ""}${zh.step[problem.step]}：${sentence}`,
    "volume-packed": ({ volume }) => `已生成${volume.name}。${bytes(volume.size)}，SHA-256：${volume.sha256}`,
    "volume-verified": ({ volume, entries }) => `已回读并确认${volume.name}。${number(entries)}个文件`,
    "volume-delivered": ({ volume, destination }) =>
      destination === "download"
        ? `${volume.name}已可以下载。是否已保存尚不可知。`
        : `已将${volume.name}保存到保存位置的文件夹。`,
    "volume-not-on-disk": ({ volume, reason }) =>
      `保存位置的文件夹无法确认${volume.name}已写入磁盘${systemsReason(reason)}。之后会回读确认内容，但如果保存位置随即断电，该文件可能会丢失。`,
    "volume-saved": ({ volume }) => `已从保存位置回读${volume.name}，确认与生成时相同。SHA-256：${volume.sha256}`,
    "run-finished": ({ status, requests }) =>
      `备份已结束。结果：${pageTexts.status[status]}，API请求：${number(requests)}次`,
  },
  run: {
    title: "备份",
    keepOpen: "结束之前，请不要关闭或离开此页面。",
    phase: {
      starting: "正在准备",
      reading: "正在从kintone读取",
      packing: "正在生成zip",
      verifying: "正在回读并确认zip",
      delivering: "正在将zip交给保存位置",
      recording: "正在写入执行历史",
    },
    target: (position, of, appName) => `第${number(position)}个应用（共${number(of)}个）：${appName}`,
    records: "记录",
    attachments: "附件",
    size: "大小",
    requests: "API请求",
    pace: (requests, atOnce) => (atOnce === undefined ? requests : `${requests}（同时最多${number(atOnce)}次）`),
    elapsed: "已用时间",
    timeLeft: "预计剩余时间",
    timeLeftUnknown: "尚不清楚",
    amount: (done, total) => (total === undefined ? done : `${done} / ${total}`),
    progressLabel: "备份进度",
    waitingFor: {
      network: {
        title: "正在等待与kintone的连接恢复",
        note: "网络未连接，备份已暂停。连接恢复后会自动继续。超过30分钟仍未恢复时，备份将结束。",
      },
      unavailable: {
        title: "正在等待kintone恢复可用",
        note: "kintone正在维护或繁忙，备份已暂停。恢复可用后会自动继续。超过30分钟仍不可用时，备份将结束。",
      },
      login: {
        title: "正在等待登录kintone",
        note: "登录已过期，或以其他用户登录，备份已暂停。请通过以下链接以同一用户重新登录，备份将继续。",
      },
    },
    heldBack: {
      why: ({ apps, until }) =>
        `${apps
          .slice(0, MOST_APPS)
          .map(({ appId, appName }) => `应用“${appName}”（ID ${appId}）`)
          .join(
            "、",
          )}${apps.length > MOST_APPS ? `等${number(apps.length)}个应用` : ""}的备份每天可使用的API请求已用完。${moment(until)}之后会自动继续读取。`,
      mayClose: "可以关闭此页面。已读取的数据最多在此浏览器中保留3天，再次打开此应用即可继续。",
    },
    logInAgain: "在其他标签页中登录",
    startAnew: "重新开始",
    startAnewQuestion: "有中途停止的备份。重新开始后，已读取的数据会被删除，无法再从中断处继续。",
    cancelling: "正在取消…",
    cancellingNote: "正在停止执行中的处理，请等待结束。",
    close: "关闭",
    verdict: {
      success: ({ targets, volumes, seconds }) =>
        `${number(targets)}个应用备份完成，并已回读确认zip的内容（zip文件${number(volumes)}个，所需时间：${duration(seconds)}）。`,
      partial: ({ targets, incomplete }) =>
        incomplete > 0
          ? `${number(targets)}个应用中有${number(incomplete)}个缺少内容。此备份不完整。`
          : "此备份不完整。请确认下面的内容。",
      failed: () => "备份失败。请确认下面的内容。",
      cancelled: ({ volumes }) =>
        volumes > 0
          ? `备份已取消。只有${number(volumes)}个zip文件已交给保存位置，此备份不完整。`
          : "备份已取消。没有保存zip文件。",
      interrupted: () => "备份中途中断。此备份不完整。",
    },
    failedToRun: "无法执行备份",
    results: "各应用的结果",
    app: "应用",
    statusHeading: "结果",
    problemsHeading: "缺少的内容及原因",
    nothingMissing: "无",
    appId: (appId, guestSpaceId) => (guestSpaceId ? `应用ID ${appId}（来宾空间 ${guestSpaceId}）` : `应用ID ${appId}`),
    runProblems: "整体的问题",
    told: "与上次执行相比的变化",
    moreProblems: (hidden) => `另有${number(hidden)}项（请查看执行历史中的日志）`,
    volumes: "zip文件",
    file: "文件名",
    saveFile: "保存",
    saveThisFile: (name) => `保存：${name}`,
    saveAgain: "再次保存",
    saveAgainFile: (name) => `再次保存：${name}`,
    saveFailed: "无法保存，请重试。",
    openHistory: "打开执行历史",
    historyMissing: "请将此次执行的内容保存到文件，以代替历史。",
    saveFacts: "将执行内容保存到文件",
  },
  ruleNews: { heading: "符合规则的应用有变化", goOn: "备份" },
  room: {
    heading: "可用空间可能不足",
    short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
      `根据以往的备份（截至${moment(lastRun) ?? "现在"}）估算，约需要${bytes(needed)}，但此浏览器可用的空间为${bytes(free)}。`,
      ...(unknownTargets > 0 ? [`从未备份过的应用（${number(unknownTargets)}个）还需要额外的空间。`] : []),
      "如果继续，很可能会因空间不足而无法完成。请增加磁盘的可用空间，不使用无痕窗口，或减少一次备份的应用。",
    ],
    goOn: "继续备份",
  },
  loss: {
    heading: "此次备份中断后无法继续",
    onThePage:
      "此页面不允许在后台（Web Worker）执行备份，因此将在页面本身执行：所需时间更长，页面反应可能变慢。执行期间请保持显示此标签页。",
    ifBrokenOff: "如果备份期间页面被关闭或浏览器退出，已读取的数据将丢失，并且最长需要等待15分钟才能再次执行备份。",
    otherBrowser: "只要备份执行到最后，生成的zip文件没有区别。如需能够继续，请使用最新的Chrome、Edge或Firefox。",
    goOn: "执行备份",
  },
  budget: {
    heading: "此次备份需要大量API请求",
    excess: ({ perAppAndDay, apps }) => [
      `备份每天（自日本时间9点起）对每个应用可使用${number(perAppAndDay)}次API请求。读取回复时，每条记录需要一次以上。`,
      ...apps
        .slice(0, MOST_APPS)
        .map(
          ({ appId, appName, requests, left }) =>
            `应用“${appName}”（ID ${appId}）：约需${number(requests)}次，还剩${number(left)}次。`,
        ),
      ...(apps.length > MOST_APPS ? [`另有${number(apps.length - MOST_APPS)}个应用也是如此。`] : []),
      "在范围内继续时，先读取新的和已更改的记录的回复，直到剩余次数用完；其余从上次备份沿用，无法沿用时即为缺失。",
      "明天继续时，剩余次数用完后会等待，在日本时间9点之后自动继续读取。回复以外的数据超出剩余次数时，除非选择超出继续，也会同样等待。",
      "超出继续时，应用可能超过所签版本的上限，cybozu可能会向管理员发送通知邮件。",
    ],
    answer: {
      stop: "在范围内继续",
      pause: "明天继续",
      "without-comments": "不读取这些应用的回复",
      "go-on": "超出继续",
    },
  },
};
