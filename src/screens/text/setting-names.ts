import type { SettingName } from "../../domain/source";

/** What people call the settings of an app, as kintone's own screens do. */
export const settingNames = {
  ja: {
    app: "アプリの情報",
    "app/settings": "一般設定",
    "app/form/fields": "フォームのフィールド",
    "app/form/layout": "フォームのレイアウト",
    "app/views": "一覧",
    "app/status": "プロセス管理",
    "app/customize": "JavaScript / CSSでカスタマイズ",
    "app/acl": "アプリのアクセス権",
    "record/acl": "レコードのアクセス権",
    "field/acl": "フィールドのアクセス権",
    "app/notifications/general": "アプリの条件通知",
    "app/notifications/perRecord": "レコードの条件通知",
    "app/notifications/reminder": "リマインダーの条件通知",
    "app/reports": "グラフ",
    "app/actions": "アプリアクション",
    "app/plugins": "プラグインの一覧",
    "app/adminNotes": "管理者用メモ",
    space: "スペース",
    "space/members": "スペースのメンバー",
  },
  en: {
    app: "app information",
    "app/settings": "general settings",
    "app/form/fields": "form fields",
    "app/form/layout": "form layout",
    "app/views": "views",
    "app/status": "process management",
    "app/customize": "JavaScript and CSS customization",
    "app/acl": "permissions for app",
    "record/acl": "permissions for records",
    "field/acl": "permissions for fields",
    "app/notifications/general": "app notifications",
    "app/notifications/perRecord": "per-record notifications",
    "app/notifications/reminder": "reminder notifications",
    "app/reports": "graphs",
    "app/actions": "app actions",
    "app/plugins": "list of plug-ins",
    "app/adminNotes": "notes for app administrators",
    space: "space",
    "space/members": "space members",
  },
  zh: {
    app: "应用的信息",
    "app/settings": "常规设置",
    "app/form/fields": "表单的字段",
    "app/form/layout": "表单的布局",
    "app/views": "列表",
    "app/status": "流程管理",
    "app/customize": "JavaScript / CSS自定义",
    "app/acl": "应用的访问权限",
    "record/acl": "记录的访问权限",
    "field/acl": "字段的访问权限",
    "app/notifications/general": "应用的通知条件",
    "app/notifications/perRecord": "记录的通知条件",
    "app/notifications/reminder": "提醒的通知条件",
    "app/reports": "图表",
    "app/actions": "应用动作",
    "app/plugins": "插件列表",
    "app/adminNotes": "管理员备注",
    space: "空间",
    "space/members": "空间的成员",
  },
} as const satisfies Record<string, Record<SettingName, string>>;

/** What people call a setting; its own name when it is none of those. A word from outside may be `constructor`. */
export function settingNameIn(language: keyof typeof settingNames, name: string): string {
  const names: Readonly<Record<string, string>> = settingNames[language];
  return (Object.hasOwn(names, name) ? names[name] : undefined) ?? name;
}
