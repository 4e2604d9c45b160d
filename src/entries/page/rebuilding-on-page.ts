import { offerDownload } from "../../destinations/browser-download";
import { sessionOfPage } from "../../kintone/pages/page-access";
import { appUrlOf } from "../../kintone/pages/record-url";
import { spaceName } from "../../kintone/reading/domain-apps";
import { recollect } from "../../restore/apps/recollection";
import type { RebuildLine } from "../../restore/apps/rebuild-journal";
import type { RebuildDesk, RebuildWork } from "../../screens/rebuild/rebuild-desk";
import { rebuildPageMessagesFor } from "../../screens/text/rebuild/page/language";
import { readPrivateRebuild, removePrivateRebuild } from "../../workspace/private-rebuilds";
import { findBrokenRebuild } from "./broken-rebuild";

/** What the dialog needs so that people can make apps anew. */
export const rebuildingOnPage = (work: RebuildWork): RebuildDesk => ({
  ...work,
  unfinished: findBrokenRebuild,
  spaceName: (id, isGuest) => spaceName(sessionOfPage(), id, isGuest),
  ...{ appUrl: appUrlOf, save: offerDownload },
});

/** Gives up what was broken off. Resolves to the apps that it made, in words: nobody but people can delete them. */
export async function discardBrokenRebuild(rebuildId: string, language: string): Promise<string[]> {
  const { made } = await recollect({ lines: () => readPrivateRebuild<RebuildLine>(rebuildId) });
  await removePrivateRebuild(rebuildId);
  const { run } = rebuildPageMessagesFor(language);
  return [...made.values()].map(({ appId, guestSpaceId }) => run.appId(appId, guestSpaceId));
}
