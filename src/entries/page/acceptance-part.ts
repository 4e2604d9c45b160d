import { openGaps } from "../../history/targets/open-gaps";
import { mountOpenGaps } from "../../screens/acceptance/open-gaps-panel";
import { savingMessagesFor } from "../../screens/text/saving/language";
import { createAcceptanceDesk } from "./acceptance-desk";
import type { AcceptancePart } from "./parts";
import { storeOfPage } from "./store-of-page";

/** Lets those who manage the app accept on a run's record what will always be missing. */
export const acceptancePart: AcceptancePart = {
  draw(place, record) {
    const store = storeOfPage();
    return mountOpenGaps(place, {
      messages: savingMessagesFor(kintone.getLoginUser().language),
      desk: createAcceptanceDesk(store),
      read: () => openGaps(store, record),
    });
  },
};
