import type { ErrorFacts } from "../../../../../domain/errors";
import { unreachedTexts } from "../../../unreached/zh";
import { toldObstacle } from "../../../unreached/messages";
import { bytes, compared, theApp, what } from "../../names/zh";
import type { Sentences } from "../messages";

/** What is in the way, what that means, and what to do; nothing when it is not known. */
function obstructed(facts: ErrorFacts): string | undefined {
  const told = toldObstacle(unreachedTexts, facts);
  return told && `${told.cause}，因此未能读取${what(facts, "数据")}。${told.remedy}`;
}

/** Of what kintone answered, or did not. */
export const ofKintone = {
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
  NETWORK: (facts) => obstructed(facts) ?? `通信中断，因此未能读取${what(facts, "数据")}。请检查网络连接后重新执行。`,
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
} satisfies Partial<Sentences>;
