import type { CustomizeWords } from "./words";

export const zh: CustomizeWords = {
  usage: `在备份对象应用的列表中显示最近一次备份的时间，逾期时显示注意。应用中的其他自定义保持不变。

  npm run customize -- --base-url https://example.cybozu.cn --backup-app <ID> [选项]

  --backup-app <ID>     备份管理应用
  --guest-space <ID>    备份管理应用所在的来宾空间
  --apps <ID>,<ID>,…    要显示的应用（省略时：所有启用的备份对象；来宾空间的应用也可用 guest-<空间ID>-<应用ID> 指定）
  --overdue-days <天数> 多少天没有成功时显示注意（默认：7）
  --remove              取消显示

使用环境变量KINTONE_USERNAME和KINTONE_PASSWORD登录。需要kintone系统管理员权限和各应用的管理权限。`,
  noLogIn: "请设置环境变量KINTONE_USERNAME和KINTONE_PASSWORD。",
  noAddress: "请用--base-url指定以https://开头的kintone地址（仅本机可使用http://）。",
  noBackupApp: "请用--backup-app（如有需要，再加上--guest-space）指定备份管理应用的数字ID。",
  noDays: "请用--overdue-days指定1以上的整数。",
  noApp: (given) => `--apps中的“${given}”不是应用ID。`,
  notBuilt: (reason) => `无法读取用于显示的文件。请先执行npm run build。（${reason}）`,
  noTargets: "没有启用的备份对象。",
  app: (name, sentence) => `应用${name}：${sentence}`,
  put: "已添加显示，应用已更新。",
  removed: "已取消显示，应用已更新。",
  unchanged: "没有需要更改的内容。",
  scope: {
    ADMIN: "但此应用的自定义仅适用于应用管理员，其他人看不到。",
    NONE: "但此应用的自定义未启用，因此不会显示。",
  },
  full: (most) => `自定义的文件已达上限（${most}个），无法添加。没有做任何更改。`,
  waiting: (settings) =>
    `有尚未生效的设置更改：${settings.join("、")}。请更新应用或放弃更改，然后重新执行。没有做任何更改。`,
  notATarget: "未登记为备份对象。没有做任何更改。",
  noAdministration: (user) => `${user}没有kintone系统管理员权限。更改自定义需要此权限。`,
  notDeployed: (status) => `设置已更改，但未能更新应用（${status}）。请在应用设置页面点击“更新应用”。`,
  failed: "未能完成。",
};
