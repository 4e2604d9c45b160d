import type { AppPlace, AppWorkshop } from "../../../domain/app-workshop";
import type { AppRef } from "../../../domain/target";

/** So many ids without an app, one behind the other: then there are no newer ones. */
const IDS_WITHOUT_AN_APP = 20;

/**
 * The app that was made without anybody hearing of it: nobody lists an app that was never made live, so the ids behind the newest one are tried, in whose
 * order kintone makes apps: UNCONFIRMED(ids-of-apps). Whoever made it may see its name.
 *
 * @param isIts whether a name is the one that it was made with
 */
export async function lostApp(
  { isIts, after }: { isIts: (name: string) => boolean; after: string },
  { isGuest, spaceId }: AppPlace,
  workshop: AppWorkshop,
): Promise<AppRef | undefined> {
  for (let id = Number(after) + 1, without = 0; without < IDS_WITHOUT_AN_APP; id += 1) {
    const app = { appId: String(id), ...(isGuest && spaceId !== undefined && { guestSpaceId: spaceId }) };
    const sight = await workshop.lookAt(app);
    without = sight.state === "none" ? without + 1 : 0;
    if ("name" in sight && isIts(sight.name)) return app;
  }
  return undefined;
}
