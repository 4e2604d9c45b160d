import type { Shortage } from "../engine/room/shortage";
import { createSessionConnection } from "../kintone/session-connection";
import type { ParsedSettings } from "../settings/migration";
import { sweepPrivateWorkspaces } from "../workspace/private-file-system";
import { freePrivateRoom } from "../workspace/private-room";
import { guestSpaceOfPage } from "./guest-space-of-page";
import { foreseeShortage } from "./room-before-run";

/** What a run on this page would lack; nothing when there is room enough, or nobody can tell. Never rejects. */
export async function foreseeShortageInBrowser(parsed: ParsedSettings): Promise<Shortage | undefined> {
  // A run that cannot begin needs no room.
  if (!("settings" in parsed)) return undefined;
  const guestSpaceId = guestSpaceOfPage();
  // As the run itself does at its beginning: what others left is no reason to warn.
  await sweepPrivateWorkspaces(new Date()).catch(() => undefined);
  return foreseeShortage({
    connection: createSessionConnection({ baseUrl: location.origin, requestToken: () => kintone.getRequestToken() }),
    app: { appId: String(kintone.app.getId()), ...(guestSpaceId && { guestSpaceId }) },
    settings: parsed.settings,
    freeRoom: freePrivateRoom,
    copied: false,
  });
}
