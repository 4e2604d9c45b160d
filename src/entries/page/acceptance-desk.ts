import type { RecordStore } from "../../domain/record-store";
import { type Rule, ruleName } from "../../domain/rule";
import type { Target } from "../../domain/target";
import { recordedChoices } from "../../history/changes/recorded-targets";
import { gapOfApp } from "../../history/targets/gaps-of-app";
import { createTargetChoices } from "../../history/targets/target-choices";
import type { AcceptanceDesk } from "../../screens/acceptance/acceptance-offer";
import { createTargetChangeRecorder } from "../wiring/target-change-recorder";

/** Accepts gaps as the settings screen does: into the target's record, with a record of the change, as the user who is logged in. */
export function createAcceptanceDesk(store: RecordStore): AcceptanceDesk {
  const choices = recordedChoices(createTargetChoices(store), createTargetChangeRecorder());
  let managing: Promise<boolean> | undefined;
  return {
    mayAccept: () => (managing ??= managesApp()),
    async accept({ recordId, appId, rule }, gaps, reason) {
      const present = (await choices.enabled()).find(({ target }) => target.recordId === recordId);
      if (!present || !isSame(present.target, { appId, rule })) return { kind: "gone" };
      const known = { by: kintone.getLoginUser().code, at: new Date().toISOString(), reason };
      const names = rule ? gaps.map((gap) => gapOfApp(appId, gap)) : gaps;
      const others = present.target.acceptedGaps.filter(({ gap }) => !names.includes(gap));
      const acceptedGaps = [...others, ...names.map((gap) => ({ gap, ...known }))];
      return choices.save(present, { ...present.target, acceptedGaps });
    },
  };
}

/** The record may name another app by now, or be another rule. */
function isSame(present: Target, { appId, rule }: Pick<Target, "appId"> & { rule: Rule | undefined }): boolean {
  if (rule) return present.rule !== undefined && ruleName(present.rule) === ruleName(rule);
  return !present.rule && present.appId === appId;
}

/** A kintone that cannot tell refuses what is closed, and says so. */
async function managesApp(): Promise<boolean> {
  try {
    return (await kintone.app.getPermissions?.())?.editApp ?? true;
  } catch {
    return true;
  }
}
