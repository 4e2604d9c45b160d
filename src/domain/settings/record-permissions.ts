import type { Membership, Viewer } from "../viewer";
import { type AnswerPart, lookInto } from "./answer-part";

/** Whether somebody is meant by an entity of a permission. Who is named in a field of the record is another one in each. */
type Meant = "yes" | "no" | "perhaps";

/** kintone gives guests a login name of their own kind (`guest/mail@…`), and no place in `everyone`. */
const isGuest = ({ code }: Viewer): boolean => code.startsWith("guest/");

/**
 * `record/acl.json`: whether it can be shown that its rules let the user see every record. The first rule whose condition a record meets
 * decides, and in it the first entity that means the user; whoever is meant by none sees nothing (cybozu.dev
 * get-record-permissions; get.kintone.help, "Priority of Permissions"). What cannot be understood shows nothing.
 */
export function showEveryRecord(answer: unknown, viewer: Viewer): boolean {
  const { root, notUnderstood } = lookInto(answer);
  if (!root.member("rights").isThere) return false;
  for (const rule of root.member("rights").items()) {
    if (!showsItsRecords(rule, viewer)) return false;
    // Every record meets it: what comes behind it is never asked.
    if (rule.member("filterCond").text()?.trim() === "") break;
  }
  return notUnderstood.size === 0;
}

function showsItsRecords(rule: AnswerPart, viewer: Viewer): boolean {
  for (const entry of rule.member("entities").items()) {
    const meant = isMeant(entry, viewer);
    if (meant === "no") continue;
    if (entry.member("viewable").flag() !== true) return false;
    if (meant === "yes") return true;
  }
  return false;
}

export function isMeant(entry: AnswerPart, viewer: Viewer): Meant {
  const [type, code] = [entry.member("entity").member("type").text(), entry.member("entity").member("code").text()];
  const { membership } = viewer;
  if (type === "USER") return code === viewer.code ? "yes" : "no";
  if (type === "GROUP" && code === "everyone" && !isGuest(viewer)) return "yes";
  if (code === undefined || !membership) return "perhaps";
  if (type === "GROUP") return membership.groups.includes(code) ? "yes" : "no";
  if (type !== "ORGANIZATION") return "perhaps";
  return isIn(code, entry.member("includeSubs").flag() === true, membership) ? "yes" : "no";
}

function isIn(code: string, includesSubs: boolean, { organizations, organizationsAbove }: Membership): boolean {
  return organizations.includes(code) || (includesSubs && organizationsAbove.includes(code));
}
