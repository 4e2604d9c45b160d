import type { Shortage } from "../../domain/room";
import { appOfPage, sessionOfPage } from "../../kintone/pages/page-access";
import type { ParsedSettings } from "../../settings/migration";
import { freePrivateRoom } from "../../workspace/private-room";
import { sweepPrivateRuns } from "../../workspace/private-runs";
import { foreseeShortage } from "../wiring/room-before-run";

/** What a run on this page would lack; nothing when there is room enough, or nobody can tell. Never rejects. */
export async function foreseeShortageInBrowser(parsed: ParsedSettings): Promise<Shortage | undefined> {
  // A run that cannot begin needs no room.
  if (!("settings" in parsed)) return undefined;
  // As the run itself does at its beginning: what others left is no reason to warn.
  await sweepPrivateRuns(new Date()).catch(() => undefined);
  return foreseeShortage({
    connection: sessionOfPage(),
    app: appOfPage(),
    settings: parsed.settings,
    freeRoom: freePrivateRoom,
    copied: false,
  });
}
