import { Permissions } from "../access/permissions";
import type { App } from "../domain/app";
import { spaceNotFound } from "../errors/apps";
import { invalidParameter, noPermission } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { get, post } from "./endpoint";
import type { Call, Endpoint } from "./endpoint";

export const apps: Endpoint[] = [
  get("app.json", (call) => {
    const { app, permissions } = call.liveApp("id");
    permissions.demand("view", "add", "manage");
    return showApp(app, call);
  }),

  get("apps.json", (call) => {
    const { parameters } = call;
    const ids = parameters.ids("ids", 100);
    const codes = parameters.texts("codes", 100);
    const spaceIds = parameters.ids("spaceIds", 100);
    const name = parameters.optionalText("name");
    const limit = parameters.integer("limit", { least: 1, most: 100, standard: 100 });
    const offset = parameters.integer("offset", { least: 0, standard: 0 });
    const found = [...call.domain.apps.values()]
      .filter((app) => app.live && isListedHere(app, call))
      .filter((app) => !ids || ids.includes(app.id))
      .filter((app) => !codes || codes.includes(app.code))
      .filter((app) => !spaceIds || (app.spaceId !== undefined && spaceIds.includes(app.spaceId)))
      .filter((app) => !name || app.settings.general.name.toLowerCase().includes(name.toLowerCase()))
      .filter((app) => new Permissions(call.domain, app, call.caller).may("view", "add", "manage"))
      .sort((a, b) => a.id - b.id);
    return { apps: found.slice(offset, offset + limit).map((app) => showApp(app, call)) };
  }),

  post("preview/app.json", (call) => {
    // The right to create apps is given for the whole domain (kintone help, permission_admin/permissions); the code is that of every right that is lacking.
    if (call.user.isBarredFromCreatingApps) throw noPermission();
    const name = call.parameters.text("name");
    if ([...name].length > 64) throw invalidParameter("name", sentences.appName);
    const spaceId = call.parameters.optionalId("space");
    if (spaceId !== undefined) {
      const space = call.domain.spaces.byId.get(spaceId);
      if (!space) throw spaceNotFound(spaceId);
      if (!call.domain.spaces.isOpenTo(space, call.user.code)) throw noPermission();
      // An app of a guest space is made by its own path (cybozu.dev add-preview-app); that the other one finds no such space is our own.
      if ((space.isGuest ? space.id : undefined) !== call.guestSpaceId) throw spaceNotFound(spaceId);
    }
    const app = call.domain.createApp(name, call.user.code, spaceId === undefined ? {} : { spaceId });
    return { app: String(app.id), revision: String(app.preview.revision) };
  }),

  post("app/move.json", (call) => {
    const { app, permissions } = call.anyApp();
    permissions.demand("manage");
    const spaceId = call.parameters.optionalId("space");
    if (spaceId !== undefined && !call.domain.spaces.byId.has(spaceId)) throw spaceNotFound(spaceId);
    app.spaceId = spaceId;
    return {};
  }),
];

/** The guest path lists the guest space's own apps, the ordinary path all others. */
/** Apps of a guest space are seen by its own path only. */
export function isListedHere(app: App, call: Call): boolean {
  const space = app.spaceId === undefined ? undefined : call.domain.spaces.byId.get(app.spaceId);
  return call.guestSpaceId === undefined ? !space?.isGuest : space?.id === call.guestSpaceId;
}

export function showApp(app: App, { domain }: Call): Record<string, unknown> {
  const space = app.spaceId === undefined ? undefined : domain.spaces.byId.get(app.spaceId);
  return {
    appId: String(app.id),
    code: app.code,
    name: app.settings.general.name,
    description: app.settings.general.description,
    spaceId: space ? String(space.id) : null,
    threadId: space ? String(space.defaultThread) : null,
    createdAt: app.createdAt,
    creator: domain.people.show(app.creator),
    modifiedAt: app.modifiedAt,
    modifier: domain.people.show(app.modifier),
  };
}
