import type { Space } from "../domain/spaces";
import { spaceNotFound } from "../errors/apps";
import { invalidParameter, noPermission } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { showApp } from "./apps";
import { get, inLab, post, put, remove } from "./endpoint";
import type { Call, Endpoint } from "./endpoint";

export const spaces: Endpoint[] = [
  get("space.json", (call) => showSpace(openSpace(call), call)),

  // cybozu.dev api-lab/rest-api/spaces/add-space: it is public and has a single thread. Everybody may add spaces here.
  ...inLab("add-space", [
    post("space.json", (call) => {
      const name = call.parameters.text("name");
      const { code } = call.user;
      return { id: String(call.domain.spaces.add({ name, creator: code, administrators: [code] }).id) };
    }),
  ]),

  put("space/body.json", (call) => {
    const space = administeredSpace(call);
    space.body = call.parameters.text("body");
    return {};
  }),

  remove("space.json", (call) => {
    const space = administeredSpace(call);
    for (const app of [...call.domain.apps.values()]) if (app.spaceId === space.id) call.domain.apps.delete(app.id);
    call.domain.spaces.byId.delete(space.id);
    return {};
  }),

  get("space/members.json", (call) => {
    const { administrators, members } = openSpace(call);
    return {
      members: members.map((code) => ({
        entity: { type: "USER", code },
        isAdmin: administrators.includes(code),
        isImplicit: false,
        includeSubs: false,
      })),
    };
  }),

  put("space/members.json", (call) => {
    const space = administeredSpace(call);
    const given = call.parameters.objects("members", 1000).map(({ parameters, path }) => {
      const { type, code } = parameters.object("entity");
      if (type !== "USER" || !call.domain.people.users.has(String(code))) {
        throw invalidParameter(`${path}.entity.code`, sentences.wrongShape);
      }
      return { code: String(code), isAdmin: parameters.flag("isAdmin") };
    });
    if (!given.some(({ isAdmin }) => isAdmin)) throw invalidParameter("members", sentences.requiredParameter);
    space.members = given.map(({ code }) => code);
    space.administrators = given.filter(({ isAdmin }) => isAdmin).map(({ code }) => code);
    return {};
  }),
];

/** @throws GAIA_SP01 (code UNCONFIRMED(space-not-found)), CB_NO02 */
function openSpace(call: Call): Space {
  const id = call.parameters.id("id");
  const space = call.domain.spaces.byId.get(id);
  if (!space || (space.isGuest ? space.id : undefined) !== call.guestSpaceId) throw spaceNotFound(id);
  if (!call.domain.spaces.isOpenTo(space, call.user.code)) throw noPermission();
  return space;
}

export function administeredSpace(call: Call): Space {
  const space = openSpace(call);
  if (!space.administrators.includes(call.user.code)) throw noPermission();
  return space;
}

function showSpace(space: Space, call: Call): Record<string, unknown> {
  const apps = [...call.domain.apps.values()].filter((app) => app.spaceId === space.id && app.live);
  const shown = space.useMultiThread ? true : null;
  return {
    id: String(space.id),
    name: space.name,
    defaultThread: String(space.defaultThread),
    isPrivate: space.isPrivate,
    creator: call.domain.people.show(space.creator),
    modifier: call.domain.people.show(space.modifier),
    memberCount: String(space.members.length),
    coverType: "PRESET",
    coverKey: "GREEN",
    coverUrl: "",
    body: space.body,
    useMultiThread: space.useMultiThread,
    isGuest: space.isGuest,
    fixedMember: false,
    showAnnouncement: shown,
    showThreadList: shown,
    showAppList: shown,
    showMemberList: shown,
    showRelatedLinkList: shown,
    permissions: { createApp: "EVERYONE" },
    attachedApps: apps.map((app) => {
      const { spaceId: _spaceId, ...attached } = showApp(app, call);
      return attached;
    }),
  };
}
