import type { DomainFacts } from "../../archive/manifest/manifest";

type DomainList = DomainFacts["lists"][number]["list"];

/** What people call what is read of a domain beside its apps, in kintone's words. */
export const domainNames: Readonly<Record<"ja" | "en" | "zh", Readonly<Record<DomainList, string>>>> = {
  ja: {
    plugins: "読み込んだプラグインの一覧",
    spaces: "スペースの一覧",
    users: "ユーザーの一覧",
    organizations: "組織の一覧",
    groups: "グループの一覧",
    memberships: "組織とグループの所属",
  },
  en: {
    plugins: "list of installed plug-ins",
    spaces: "list of spaces",
    users: "list of users",
    organizations: "list of departments",
    groups: "list of groups",
    memberships: "who belongs to which department and group",
  },
  zh: {
    plugins: "已导入插件的列表",
    spaces: "空间列表",
    users: "用户列表",
    organizations: "组织列表",
    groups: "组列表",
    memberships: "组织和组的所属关系",
  },
};
