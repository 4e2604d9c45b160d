import type { Viewer } from "../viewer";
import { lookInto } from "./answer-part";
import { isMeant } from "./record-permissions";

/** What app permissions allow a user; `unknown` where it cannot be told whether somebody is meant by them. */
export type AppRights = Readonly<Record<"add" | "edit" | "delete", boolean | "unknown">>;

const FLAGS = { add: "recordAddable", edit: "recordEditable", delete: "recordDeletable" } as const;

/**
 * `app/acl.json`: what its rules let the user do with records. The first entity that means the user decides; who is meant by none may
 * nothing (cybozu.dev get-app-permissions; get.kintone.help, "Priority of Permissions").
 *
 * @param creator login name of who made the app
 */
export function appRightsOf(answer: unknown, viewer: Viewer, creator: string): AppRights {
  const { root } = lookInto(answer);
  for (const entry of root.member("rights").items()) {
    const isOfCreator = entry.member("entity").member("type").text() === "CREATOR";
    const meant = isOfCreator ? (creator === viewer.code ? "yes" : "no") : isMeant(entry, viewer);
    if (meant === "no") continue;
    const may = (flag: string) => (meant === "yes" ? entry.member(flag).flag() === true : "unknown");
    return { add: may(FLAGS.add), edit: may(FLAGS.edit), delete: may(FLAGS.delete) };
  }
  return { add: false, edit: false, delete: false };
}
