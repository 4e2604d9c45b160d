import { Permissions } from "../access/permissions";
import type { App } from "../domain/app";
import type { AttachedFile } from "../domain/files";
import type { TableRow, Value } from "../records/record";
import { noPermission } from "../errors/requests";
import { get } from "./endpoint";
import type { Call, Endpoint } from "./endpoint";

const maxPage = 100;

/**
 * What the Wide course tells about apps, those that the user manages, and spaces; API tokens are refused (cybozu.dev get-apps-statistics,
 * get-spaces-statistics). What another course answers is UNCONFIRMED(statistics-of-other-course), here CB_NO02.
 */
export const statistics: Endpoint[] = [
  get("apps/statistics.json", (call) => {
    demandWideCourse(call);
    call.refuseTokens();
    const managed = [...call.domain.apps.values()].filter((app) =>
      new Permissions(call.domain, app, call.caller).may("manage"),
    );
    const apps = page(managed, call).map((app) => ({
      id: String(app.id),
      name: app.settings.general.name,
      space: spaceOf(app, call),
      appGroup: "Public",
      status: statusOf(app),
      recordUpdatedAt: recordUpdatedAt(app),
      recordCount: String(app.records.size),
      fieldCount: String(Object.keys(app.settings.properties).length),
      dailyRequestCount: String(app.requests),
      apiTokenCount: String(app.tokens.length),
      webhookCount: String(app.webhooks),
      storageUsage: String(storageOf(app)),
      customized: app.settings.customize.desktop.js.length > 0 || app.settings.plugins.length > 0,
      creator: call.domain.people.show(app.creator),
      createdAt: app.createdAt,
      modifier: call.domain.people.show(app.modifier),
      modifiedAt: app.modifiedAt,
    }));
    return { apps };
  }),

  get("spaces/statistics.json", (call) => {
    demandWideCourse(call);
    const { user } = call;
    // System administrators see all, others what is public and what they have joined (cybozu.dev get-spaces-statistics).
    const seen = [...call.domain.spaces.byId.values()].filter(
      (space) => user.systemAdministrator || call.domain.spaces.isOpenTo(space, user.code),
    );
    const spaces = page(seen, call).map((space) => ({
      id: String(space.id),
      name: space.name,
      administratorCount: String(space.administrators.length),
      memberCount: String(space.members.length),
      isPrivate: space.isPrivate,
      isGuest: space.isGuest,
      creator: call.domain.people.show(space.creator),
      createdAt: space.createdAt,
      modifier: call.domain.people.show(space.modifier),
      modifiedAt: space.modifiedAt,
    }));
    return { spaces };
  }),
];

/** @throws CB_NO02 */
function demandWideCourse({ domain }: Call): void {
  if (domain.course !== "wide") throw noPermission();
}

function page<T>(all: T[], { parameters }: Call): T[] {
  const offset = parameters.integer("offset", { least: 0, standard: 0 });
  return all.slice(offset, offset + parameters.integer("limit", { least: 1, most: maxPage, standard: maxPage }));
}

function statusOf(app: App): string {
  if (!app.live) return "NOT_ACTIVATED";
  return app.hasPendingChanges() ? "CHANGED" : "ACTIVATED";
}

function spaceOf(app: App, { domain }: Call) {
  const space = app.spaceId === undefined ? undefined : domain.spaces.byId.get(app.spaceId);
  return space ? { id: String(space.id), name: space.name } : null;
}

/** What kintone answers for an app without records is UNCONFIRMED(statistics-without-records). */
function recordUpdatedAt(app: App): string {
  if (app.records.isGenerated) return app.modifiedAt;
  let latest = "";
  for (const { updatedTime } of app.records.ascending()) if (updatedTime > latest) latest = updatedTime;
  return latest || app.createdAt;
}

/** Bytes of attached files; a generated app is not looked through. */
function storageOf(app: App): number {
  if (app.records.isGenerated) return 0;
  let sum = 0;
  for (const record of app.records.ascending()) for (const value of Object.values(record.values)) sum += bytesOf(value);
  return sum;
}

function bytesOf(value: Value): number {
  if (!Array.isArray(value)) return 0;
  const sizes = (value as Array<string | AttachedFile | TableRow>).map((item) => {
    if (typeof item === "string") return 0;
    if ("content" in item) return item.content.size;
    return Object.values(item.values).reduce((sum, inner) => sum + bytesOf(inner), 0);
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}
