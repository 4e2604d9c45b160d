import { estimateOfTarget } from "../../backup/estimate/estimate-of-target";
import { offerDownload } from "../../destinations/browser-download";
import { type LastResults, lastResults } from "../../history/targets/last-results";
import { recordedChoices, recordedRegister } from "../../history/changes/recorded-targets";
import { allTargets } from "../../history/targets/all-targets";
import { pastResults } from "../../history/targets/past-results";
import { createTargetChoices } from "../../history/targets/target-choices";
import { listedTarget } from "../../history/targets/target-record";
import { workOut } from "../../history/targets/rules";
import { createTargetRegister } from "../../history/targets/target-register";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { courseOfPage } from "../../kintone/pages/course-of-page";
import { LOOKED_ON, appOfPage, sessionOfPage } from "../../kintone/pages/page-access";
import { createAppsOfRule } from "../../kintone/reading/apps-of-rule";
import { appPages, appsById, spaceName } from "../../kintone/reading/domain-apps";
import { createRestSource } from "../../kintone/reading/rest-source";
import { createRecordStore } from "../../kintone/writing/record-store";
import { readTargetDetails } from "../../screens/settings/targets/target-details";
import type { TargetsDesk } from "../../screens/settings/targets/use-targets";
import type { ParsedSettings } from "../../settings/migration";
import { requestLimits } from "../wiring/run-options";
import { createTargetChangeRecorder } from "../wiring/target-change-recorder";
import { DEFAULT_SETTINGS } from "../../settings/settings";

/** The targets for the settings screen, as the user who is logged in, at the pace of the settings. */
export function createConfigTargets(stored: ParsedSettings): TargetsDesk {
  const settings = "settings" in stored ? stored.settings : DEFAULT_SETTINGS;
  const { requestsAtOnce } = settings;
  const { reading } = createRunConnection(
    sessionOfPage(),
    // The page's end is the end of everything on it.
    { requestsAtOnce, signal: new AbortController().signal, retry: LOOKED_ON },
  );
  const store = createRecordStore(reading, appOfPage());
  const source = createRestSource(reading);
  const record = createTargetChangeRecorder();
  const cancellableBy = (signal: AbortSignal) =>
    createRunConnection(sessionOfPage(), { requestsAtOnce, signal, retry: LOOKED_ON }).reading;
  let last: Promise<LastResults> | undefined;
  return {
    ...recordedChoices(createTargetChoices(store), record),
    userCode: kintone.getLoginUser().code,
    budget: courseOfPage().then((course) => requestLimits(settings, course && { course }).perAppAndDay),
    async details(target) {
      // Where the history cannot be read, there is nothing to offer.
      last ??= lastResults(store).catch(() => () => undefined);
      const [details, lastOf] = await Promise.all([readTargetDetails(source, target), last]);
      return { ...details, lastingGaps: lastOf(target)?.result.gaps ?? [] };
    },
    adding: {
      register: recordedRegister(createTargetRegister(store), record),
      apps: (guestSpaceId, signal) => appPages(reading, { guestSpaceId, signal }),
      appsById: (ids, guestSpaceId) => appsById(reading, ids, { guestSpaceId }),
      appsOfRule: createAppsOfRule(reading, appOfPage().appId),
      spaceName: (id, isGuest) => spaceName(reading, id, isGuest),
      ownAppId: appOfPage().appId,
      offer: offerDownload,
    },
    estimates: {
      async workedOut(targets, signal) {
        const chosen = new Map(targets.map((target) => [target.recordId, target]));
        // What is switched off takes its app from the rules, too.
        const all = (await allTargets(store)).map(listedTarget);
        const asChosen = all.map(({ target, enabled }) => ({ enabled, target: chosen.get(target.recordId) ?? target }));
        const found = await workOut(asChosen, createAppsOfRule(cancellableBy(signal), appOfPage().appId));
        return found.targets.filter(({ recordId }) => chosen.has(recordId));
      },
      async estimator(signal) {
        const asked = createRestSource(cancellableBy(signal));
        // Where the history cannot be read, records are.
        const past = await pastResults(store).catch(() => () => undefined);
        const now = () => performance.now();
        return (target) => estimateOfTarget(asked, target, { past: past(target), requestsAtOnce, now });
      },
    },
  };
}
