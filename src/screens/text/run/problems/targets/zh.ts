import { appCalled, appsCalled, doneBy, ruleCalled, systemsReason, what } from "../../names/zh";
import type { Sentences } from "../messages";

/** Of what was to be backed up. */
export const ofTargets = {
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
} satisfies Partial<Sentences>;
