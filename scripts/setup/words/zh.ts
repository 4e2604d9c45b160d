import type { SetUpWords } from "./words";

export const zh: SetUpWords = {
  usage: `安装插件，并创建和准备备份管理应用。重复执行时只添加缺少的内容。

  npm run setup -- --base-url https://example.cybozu.cn [选项]

  --app <ID>           要准备的应用（省略时：已添加插件的应用、同名应用，否则新建）
  --name <名称>        应用名称（默认：备份管理）
  --guest-space <ID>   应用所在的来宾空间
  --plugin <文件>      插件zip（默认：dist/plugin.zip）
  --reinstall          即使版本相同也重新安装插件

使用环境变量KINTONE_USERNAME和KINTONE_PASSWORD登录。安装插件需要kintone系统管理员权限。`,
  noLogIn: "请设置环境变量KINTONE_USERNAME和KINTONE_PASSWORD。",
  noAddress: "请用--base-url指定以https://开头的kintone地址（仅本机可使用http://）。",
  noPluginFile: (file, reason) => `无法将${file}作为插件读取。请先执行npm run build。（${reason}）`,
  plugin: {
    installed: (version) => `插件：已安装版本${version}。`,
    updated: (version, from) => `插件：已从版本${from}更新到${version}。`,
    present: (version) => `插件：版本${version}已安装。`,
  },
  appFound: (app) => `应用：使用${app}。`,
  appCreated: (app) => `应用：已创建${app}。`,
  pluginAdded: "已将插件添加到应用。",
  planned: "将添加或修复以下内容：",
  unchanged: (app) => `应用${app}没有缺少的内容。未做任何更改。`,
  done: (app) => `应用${app}的准备已完成，应用已更新。`,
  open: (address) => `应用：${address}`,
  several: (apps) => `存在多个备份管理应用。请用--app指定其中一个：\n${apps.join("\n")}`,
  foreign: (app) =>
    `已有同名应用${app}，但它不是备份管理应用。要准备该应用请用--app指定，要新建应用请用--name指定其他名称。`,
  named: (id, name) => `${id}“${name}”`,
  failed: "未能完成。",
  right: {
    "system-administration": "kintone系统管理员权限（安装插件所需）",
    "app-management": "应用的管理权限（准备应用所需）",
    "app-creation": "创建应用的权限（新建应用所需）",
  },
  rightsHeading: (user) => `${user}没有以下权限。请由有权限的用户执行：`,
};
