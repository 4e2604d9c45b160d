import { commentNotFound, commentOfAnother, commentsDisabled } from "../errors/records";
import { invalidParameter, noPermission } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { groupNotFound, organizationNotFound, userNotFound } from "../errors/values";
import { announce } from "./announce";
import { get, post, remove } from "./endpoint";
import type { AppAccess, Call, Endpoint } from "./endpoint";
import { existing } from "./records";

const maxPage = 10;
const maxMentions = 10;
const maxText = 65_535;

export const comments: Endpoint[] = [
  get("record/comments.json", (call) => {
    const { app, record } = commentedRecord(call);
    const { parameters } = call;
    const order = parameters.oneOf("order", ["asc", "desc"], "desc");
    const limit = parameters.integer("limit", { least: 0, most: maxPage, standard: maxPage });
    const offset = parameters.integer("offset", { least: 0, standard: 0 });
    const all = app.records.comments(record.id);
    const sorted = order === "asc" ? all : [...all].reverse();
    const page = sorted.slice(offset, offset + limit);
    const before = offset > 0 && all.length > 0;
    const behind = offset + limit < all.length;
    return {
      comments: page.map((comment) => ({
        ...comment,
        id: String(comment.id),
        creator: call.domain.people.show(comment.creator),
      })),
      older: order === "asc" ? before : behind,
      newer: order === "asc" ? behind : before,
    };
  }),

  post("record/comment.json", (call) => {
    call.parameters.require("app", "record", "comment");
    const { app, record } = commentedRecord(call);
    const comment = call.parameters.object("comment") as {
      text?: unknown;
      mentions?: Array<{ code: string; type: string }>;
    };
    const mentions = comment.mentions ?? [];
    const text = String(comment.text ?? "");
    if (text === "" && mentions.length === 0) throw invalidParameter("comment.text", sentences.requiredParameter);
    if ([...text].length > maxText) throw invalidParameter("comment.text", sentences.shorterThan(maxText + 1));
    if (mentions.length > maxMentions)
      throw invalidParameter("comment.mentions", sentences.sizeBetween(0, maxMentions));
    mentions.forEach((mention, index) => checkMention(mention, `comment.mentions[${index}]`, call));
    // What is stored ends with a space, and names those who are mentioned first (observed; OpenAPI 20250423).
    const names = mentions.map(({ code }) => `${call.domain.people.users.get(code)?.name ?? code} `);
    const prefix = names.length > 0 ? `${names.join("")}\n` : "";
    const added = app.addComment(record.id, { text: `${prefix}${text} `, creator: call.callerCode, mentions });
    announce(call, app, record, "commentAdded", "single");
    return { id: String(added.id) };
  }),

  remove("record/comment.json", (call) => {
    call.parameters.require("app", "record", "comment");
    const { app, record } = commentedRecord(call);
    const all = app.records.comments(record.id);
    const comment = all.find(({ id }) => id === call.parameters.id("comment"));
    if (!comment) throw commentNotFound();
    if (comment.creator !== call.callerCode) throw commentOfAnother(comment.id);
    app.records.setComments(
      record.id,
      all.filter((other) => other !== comment),
    );
    return {};
  }),
];

/** @throws CB_VA01, GAIA_IL26, GAIA_IL27, GAIA_IL28 */
function checkMention({ code, type }: { code?: string; type?: string }, path: string, { domain }: Call): void {
  if (!code) throw invalidParameter(`${path}.code`, sentences.requiredParameter);
  if (!type) throw invalidParameter(`${path}.type`, sentences.requiredParameter);
  const { users, groups, organizations } = domain.people;
  if (type === "USER" && !users.has(code)) throw userNotFound(code);
  if (type === "GROUP" && !groups.has(code)) throw groupNotFound(code);
  if (type === "ORGANIZATION" && !organizations.has(code)) throw organizationNotFound(code);
  if (!["USER", "GROUP", "ORGANIZATION"].includes(type)) throw invalidParameter(`${path}.type`, sentences.notInEnum);
}

function commentedRecord(call: Call): AppAccess & { record: ReturnType<typeof existing> } {
  call.parameters.require("app", "record");
  const access = call.appWithRecords();
  access.permissions.demand("view");
  const record = existing(access, call.parameters.id("record"));
  if (!access.permissions.mayWithRecord(record, "viewable")) throw noPermission();
  if (!access.app.settings.general.enableComments) throw commentsDisabled();
  return { ...access, record };
}
