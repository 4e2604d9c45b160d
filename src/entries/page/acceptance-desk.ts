import type { RecordStore } from "../../domain/record-store";
import { recordedChoices } from "../../history/changes/recorded-targets";
import { createTargetChoices } from "../../history/targets/target-choices";
import type { AcceptanceDesk } from "../../screens/acceptance/acceptance-offer";
import { createTargetChangeRecorder } from "../wiring/target-change-recorder";

/** Accepts gaps as the settings screen does: into the target's record, with a record of the change, as the user who is logged in. */
export function createAcceptanceDesk(store: RecordStore): AcceptanceDesk {
  const choices = recordedChoices(createTargetChoices(store), createTargetChangeRecorder());
  let managing: Promise<boolean> | undefined;
  return {
    mayAccept: () => (managing ??= managesApp()),
    async accept({ recordId, appId }, gaps, reason) {
      const present = (await choices.enabled()).find(({ target }) => target.recordId === recordId);
      if (present?.target.appId !== appId) return { kind: "gone" };
      const known = { by: kintone.getLoginUser().code, at: new Date().toISOString(), reason };
      const others = present.target.acceptedGaps.filter(({ gap }) => !gaps.includes(gap));
      const acceptedGaps = [...others, ...gaps.map((gap) => ({ gap, ...known }))];
      return choices.save(present, { ...present.target, acceptedGaps });
    },
  };
}

/** A kintone that cannot tell refuses what is closed, and says so. */
async function managesApp(): Promise<boolean> {
  try {
    return (await kintone.app.getPermissions?.())?.editApp ?? true;
  } catch {
    return true;
  }
}
