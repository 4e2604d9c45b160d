import type { AgedRun } from "../../../../history/security/item";
import { quantitiesIn } from "../../quantities";
import type { PreflightMessages, SecurityWords } from "./messages";

const { number } = quantitiesIn("zh");
const list = (names: readonly string[]) => names.join("、");
const part = {
  records: "记录",
  attachments: "附件",
  comments: "评论",
  settings: "设置",
  administration: "仅管理员可查看的设置",
};
const rule = {
  unconfirmedRuns: "尚未确认保存的执行记录",
  chainedRuns: "已结束的执行记录",
  runs: "执行记录的删除",
  chainedRestores: "已结束的恢复记录",
  restores: "恢复记录的删除",
  changes: "设置更改的记录",
  targets: "备份对象记录的删除",
  chainedDrills: "已结束的恢复演练记录",
  drills: "恢复演练记录的删除",
  chainedDisposals: "世代保全与销毁的记录",
  disposals: "销毁记录的删除",
};

const aged = ({ finishedAt, days }: AgedRun, { moment }: SecurityWords) =>
  `${moment(finishedAt)}${days > 0 ? `（${number(days)}天前）` : ""}`;

export const preflight: PreflightMessages = {
  locale: "zh",
  title: "首次执行之前",
  introduction: "检查备份是否会缺少内容、空间是否足够、此应用的权限是否妥当。仅作检查，不会更改任何内容。",
  asYou: "以您的权限进行检查。由权限不同的人执行时，结果也会不同。此人如果可以管理此应用，可以在此画面检查。",
  button: "立即检查",
  again: "重新检查",
  checking: (done, of) => `正在检查…（${number(of)}个备份对象中的${number(done)}个）`,
  unreadable: "无法读取备份对象，因此未能检查。",
  noTargets: "没有启用的备份对象。请先添加备份对象，再进行检查。",
  targets: "备份对象",
  summary: (targets, incomplete) =>
    incomplete === 0
      ? `预计${number(targets)}个备份对象都能完整备份。`
      : `${number(targets)}个备份对象中，有${number(incomplete)}个会缺少内容。`,
  weight: { blocked: "无法备份", missing: "会缺少内容", note: "没有问题（有补充说明）", fine: "没有问题" },
  finding: {
    blocked: (_names, problem) => problem,
    "records-refused": (_names, problem) => `会缺少记录。${problem}`,
    "comments-refused": (_names, problem) => `会缺少评论。${problem}`,
    "file-refused": (_names, problem) => `会缺少附件。${problem}`,
    "fields-hidden": (names) =>
      `您没有查看以下字段的权限，因此备份会缺少这些字段：${names}。请检查字段权限，或由有权限的用户执行备份。`,
    "fields-unknown": () => "没有可读取的记录，因此无法确认是否有您不能查看的字段。",
    "settings-refused": (names) =>
      `您没有查看以下设置的权限，因此备份会缺少这些设置：${names}。请由应用管理员执行备份，或在备份对象的“备份内容”中去掉设置。`,
    "settings-failed": (names, problem) => `无法读取以下设置：${names}。${problem}`,
    "excluded-unknown": (names) =>
      `指定排除的字段不存在：${names}。如果字段代码已更改，其值可能会被备份。请检查备份对象的“排除的字段”。`,
    "identifiers-undecided": (names) =>
      `以下字段可能含有个人识别号码，在决定之前不会备份：${names}。请在备份对象中选择备份或排除。`,
    "identifiers-included": (names) => `可能含有个人识别号码、但已决定备份的字段：${names}`,
    "fields-left-out": (names) => `排除的字段：${names}`,
    "parts-left-out": (names) => `不备份的内容：${names}`,
    "plugin-configurations": (names) =>
      `插件的设置内容也会备份：${names}。如果插件中设置了API密钥等机密信息，zip文件中会原样包含。如需排除，请在对象的“备份内容”中取消选择。`,
    "comments-off": () => "此应用已关闭评论功能，因此不读取评论。",
    "record-permissions": () =>
      "由于记录权限，可能有执行者看不到的记录。看不到的记录不会包含在备份中，kintone也不会告知其数量。请由可以查看所有记录的用户执行备份。",
    "record-permissions-unknown": () =>
      "您没有权限查看记录权限。如果有执行者看不到的记录，这些记录不会包含在备份中。请由应用的管理员执行备份。",
  },
  part,
  field: (label, code) => (label === code ? code : `${label}（${code}）`),
  list,
  lastRun: {
    never: "尚未执行过备份。",
    ended: (moment, status, message) =>
      message === "" ? `上次执行（${moment}）：${status}` : `上次执行（${moment}）：${status}。${message}`,
    unknown: "您没有权限查看上次执行的结果。",
  },
  domain: {
    title: "应用以外的信息",
    whole: "预计设置中启用的内容都能完整备份。",
  },
  room: {
    title: "可用空间",
    enough: (needed) => `根据以往的执行估算，约需${needed}。此浏览器有足够的空间。`,
    noRun: "备份对象还没有执行结果，因此无法估算所需空间。",
    unknown: "无法确认此浏览器可以使用的空间。",
    more: (targets) => `另外还需要${number(targets)}个从未备份过的应用所需的空间。`,
  },
  security: {
    title: "安全检查清单",
    introduction: "程序能够检查的项目已检查完毕，其余项目请自行确认。",
    verdict: { fine: "没有问题", attention: "需要确认", unknown: "无法检查", "by-hand": "请自行确认" },
    point: {
      readers: "可以查看此应用的人",
      "history-writers": "可以更改或删除历史的人",
      "target-writers": "可以更改备份对象的人",
      guests: "来宾的访问",
      secrets: "混入的密码或令牌",
      "verified-run": "最近一次经过验证、且已确认保存的备份",
      owners: "备份对象应用的管理者",
      "left-out": "不备份的内容",
      "settings-recorded": "设置更改的记录",
      "kept-in-browser": "留在浏览器中的zip文件",
      "people-in-zips": "zip文件中包含的所有用户的个人信息",
      tokens: "API令牌和Webhook",
      people: "管理者和通知接收者是否在职",
      zips: "zip文件的保管位置",
      "last-digest": "最后一个摘要的备忘",
    },
    todo: {
      readers: "请在应用权限中，仅允许备份执行者和审计人员查看。",
      "history-writers": "点击上方的“准备此应用”可以添加缺少的记录权限。其他问题请在应用权限和记录权限中调整。",
      "target-writers": "点击上方的“准备此应用”，会按照应用管理者设置备份对象的权限。",
      guests: "如果不希望外部人员看到历史，请使用不在来宾空间中的应用。",
      secrets: "如果是真正的密码或令牌，请将其删除并使其失效。本插件在任何地方都不需要密码或令牌。",
      "verified-run": "请执行备份，并确认以“成功”结束。然后在执行结果画面或执行的记录中选择已保存的zip文件，确认保存。",
      owners: "请在应用权限中指定管理者。kintone没有“应用所有者”的设置，因此以拥有应用管理权限的人来判断。",
      "left-out": "请确认是否符合意图。如有需要，请在备份对象或空间的设置中重新选择。",
      "settings-recorded":
        "可能有人未记录就保存了设置，或记录被更改、删除。请检查设置。下次保存更改时，会记录当时的全部设置。",
      "kept-in-browser": "如果在共用的电脑上执行，请关闭“沿用上次备份中未更改的内容”的设置。",
      "people-in-zips":
        "如果不需要，请关闭“同时备份用户、组织和组的信息”。如果需要，请将zip文件保管在只有可以查看这些信息的人才能读取的位置，并向公司内负责个人信息的人员确认。",
      tokens:
        "无法通过API确认。请在应用设置的“API令牌”和“Webhook”中，检查是否有不再使用的，或可以编辑、删除的。公开表单等外部服务也会通过API令牌读写此应用。",
      people: "无法通过API确认用户是否已停用。请确认管理此应用和备份对象的人、接收通知的人是否仍在职。",
      zips: "zip文件没有加密。请确认保存位置、可以查看的人，以及其他地方是否另有一份。",
      "last-digest":
        "请不时将记录列表的“检查历史”中显示的最后一个摘要抄录到kintone之外。这样即使历史被整体改写也能发现。",
    },
    found: {
      readers: ({ everyone, entities }, words) => [
        ...(everyone ? ["所有用户都可以查看。历史中含有应用名称、文件名称和错误内容。"] : []),
        entities.length > 0 ? `可以查看的人：${words.entities(entities)}` : "没有人可以查看。",
      ],
      "history-writers": ({ missing, loosened, othersFirst, everyoneManages, managers }, words) => [
        ...(missing.length > 0 ? [`未受记录权限保护：${list(missing.map((key) => rule[key]))}`] : []),
        ...(loosened.length > 0 ? [`应用管理者以外的人也被允许：${list(loosened.map((key) => rule[key]))}`] : []),
        ...(othersFirst ? ["其他记录权限优先。符合其条件的记录不受保护。"] : []),
        ...(everyoneManages ? ["所有用户都可以管理此应用，因此任何人都可以更改或删除历史。"] : []),
        `可以管理此应用的人（也可以更改或删除历史）：${words.entities(managers)}`,
      ],
      "target-writers": ({ fields, others, lacking, deletable }, words) => [
        ...(fields.length === 0
          ? ["只有应用管理者可以更改备份内容。"]
          : [`权限与应用管理者不符的字段：${words.fields(fields)}`]),
        ...(others.length > 0 ? [`不是应用管理者却可以更改，因此可以缩小备份范围：${words.entities(others)}`] : []),
        ...(lacking.length > 0 ? [`是应用管理者却不能更改：${words.entities(lacking)}`] : []),
        ...(deletable ? ["应用管理者以外的人也可以删除备份对象的记录。"] : []),
      ],
      guests: ({ guestSpaceId }) => [
        guestSpaceId === undefined
          ? "此应用不在来宾空间中。"
          : `此应用在来宾空间（ID ${guestSpaceId}）中。根据权限设置，受邀的外部人员也可能看到历史。`,
      ],
      secrets: ({ places }) =>
        places.length === 0 ? ["在插件设置、此应用的字段和备份对象的记录中均未发现。"] : ["发现疑似密码或令牌的内容。"],
      "verified-run": ({ verified, saved }, words) => [
        verified ? `制作并验证：${aged(verified, words)}` : "未能确认以成功结束的执行。",
        saved ? `确认保存：${aged(saved, words)}` : "在以成功结束的执行中，没有已确认保存zip文件的。",
      ],
      owners: ({ nobody, everybody, unknown }) => [
        ...(nobody.length > 0 ? [`没有管理者：${list(nobody)}`] : []),
        ...(everybody.length > 0 ? [`所有用户都可以管理，没有明确的负责人：${list(everybody)}`] : []),
        ...(unknown.length > 0
          ? [
              `您没有权限确认：${list(unknown.map(({ name, creator }) => (creator ? `${name}（创建者：${creator}）` : name)))}`,
            ]
          : []),
        ...(nobody.length + everybody.length + unknown.length === 0 ? ["所有备份对象应用都有管理者。"] : []),
      ],
      "left-out": ({ targets, spaces }) => [
        ...(targets.length === 0
          ? ["所有备份对象的记录、附件、评论和设置都会备份。"]
          : targets.map(({ name, parts }) => `${name}：${list(parts.map((key) => part[key]))}`)),
        ...(spaces.length === 0 ? [] : [`空间（ID）：${list(spaces)}`]),
      ],
      "settings-recorded": ({ recorded }) => [
        recorded ? "已保存的设置与最后一次记录的更改一致。" : "已保存的设置与最后一次记录的更改不一致。",
      ],
      "kept-in-browser": ({ kept }) => [
        kept
          ? "为了下次沿用，上次的zip文件会留在执行备份的浏览器中。"
          : "执行10分钟以后打开记录列表时，zip文件会从浏览器中删除。",
      ],
      "people-in-zips": ({ held }) => [
        held
          ? "zip文件包含所有用户的显示名称、登录名、员工编号和所属关系。"
          : "不备份用户、组织和组的信息。但记录、回复和设置中仍会包含人名。",
      ],
    },
    entity: { everyone: "所有用户", creator: "应用创建者", named: (kind, code) => `${kind}“${code}”` },
    kind: { USER: "用户", GROUP: "组", ORGANIZATION: "组织" },
    rule,
    secret: {
      config: ({ name }) => `插件设置（${name}）`,
      field: ({ label, code }) => `此应用的字段：${label}（${code}）`,
      target: ({ appName, field }) => `备份对象“${appName}”的记录的字段：${field}`,
    },
  },
};
