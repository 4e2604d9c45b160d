import pLimit from "p-limit";
import { foreseenNeed } from "../../backup/estimate/foreseen-need";
import { checkDomain } from "../../backup/preflight/check-domain";
import { checkTarget } from "../../backup/preflight/check-target";
import type { RecordStore } from "../../domain/record-store";
import { shortageOf } from "../../domain/room";
import type { Target } from "../../domain/target";
import { checkSecurity } from "../../history/security/check-security";
import { lastResults } from "../../history/targets/last-results";
import { pastSizes } from "../../history/targets/past-sizes";
import { createTargets } from "../../history/targets/targets";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { appOfPage, LOOKED_ON, sessionOfPage } from "../../kintone/pages/page-access";
import { createAppsOfRule } from "../../kintone/reading/apps-of-rule";
import { createRestDomain } from "../../kintone/reading/rest-domain";
import { createRestSource } from "../../kintone/reading/rest-source";
import { createSettingsDesk } from "../../kintone/settings/settings-desk";
import { createRecordStore } from "../../kintone/writing/record-store";
import type { PreflightDesk, RoomNews } from "../../screens/settings/preflight/preflight-desk";
import { differencesBetween } from "../../settings/difference";
import type { ParsedSettings } from "../../settings/migration";
import { idsIn } from "../../settings/id-list";
import { fromPluginConfig } from "../../settings/plugin-config";
import { DEFAULT_SETTINGS, type Settings } from "../../settings/settings";
import { freePrivateRoom } from "../../workspace/private-room";
import { sweepPrivateRuns } from "../../workspace/private-runs";
import { domainWish, runOptions } from "../wiring/run-options";

/** So few that no more than their samples of records are in memory. */
const TARGETS_AT_ONCE = 2;

/** The checks before a run, as the user who is logged in, at the pace of the settings. */
export function createConfigPreflight(
  stored: ParsedSettings,
  config: Readonly<Record<string, string>> | null,
): PreflightDesk {
  const readable = "settings" in stored ? stored.settings : undefined;
  const settings = readable ?? DEFAULT_SETTINGS;
  const app = appOfPage();
  // The page's end is the end of everything on it.
  const { signal } = new AbortController();
  const { requestsAtOnce } = settings;
  const { reading } = createRunConnection(sessionOfPage(), { requestsAtOnce, signal, retry: LOOKED_ON });
  const store = createRecordStore(reading, app);
  const source = createRestSource(reading, { userCode: kintone.getLoginUser().code });
  const ports = { store, deskOf: (of: typeof app) => createSettingsDesk(reading, of) };
  const wish = domainWish(settings);
  const domain = { source: createRestDomain(reading), reader: source.reader, requestsAtOnce, beat: () => undefined };
  const known = { app, config: config ?? {}, settings: judgedBy(readable) };

  return {
    async check(report) {
      const targets = await createTargets(store, createAppsOfRule(reading, app.appId)).enabled();
      report(0, targets.length);
      let done = 0;
      const limit = pLimit(TARGETS_AT_ONCE);
      const look = async (target: Target) => {
        const check = await checkTarget(source, target);
        report((done += 1), targets.length);
        return check;
      };
      const [checks, beside, last, room, security] = await Promise.all([
        Promise.all(targets.map((target) => limit(() => look(target)))),
        wish && checkDomain(wish.parts, { ...domain, ...wish, targets }),
        lastResults(store).catch(() => undefined),
        roomFor(targets, settings, store).catch((): RoomNews => ({ kind: "unknown" })),
        checkSecurity(ports, { ...known, targets, now: new Date() }),
      ]);
      return { targets: checks, ...(beside && { domain: beside }), last, room, security };
    },
  };
}

/** The settings, as far as the check list asks. What cannot be read is no settings that anybody recorded. */
function judgedBy(settings: Settings | undefined) {
  const isSame = (other: Settings) => settings !== undefined && differencesBetween(settings, other).length === 0;
  return {
    areDefaults: isSame(DEFAULT_SETTINGS),
    // Through the migration: an older plugin may have recorded them.
    areThose(recorded: string) {
      const parsed = fromPluginConfig({ settings: recorded });
      return "settings" in parsed && isSame(parsed.settings);
    },
    keepsZipsInBrowser: settings?.incremental === true,
    backsUpPeople: settings?.people === true,
    spacesLeftOut: settings?.pluginsAndSpaces === true ? idsIn(settings.spacesLeftOut) : [],
  };
}

async function roomFor(targets: readonly Target[], settings: Settings, store: RecordStore): Promise<RoomNews> {
  const past = await pastSizes(store);
  const volumeBytes = runOptions(settings).volumeLimits.maxBytes;
  const need = past && foreseenNeed(targets, past, { volumeBytes, copied: false });
  if (!need) return { kind: "no-run" };
  // As a run does at its beginning: what others left is no reason to warn.
  await sweepPrivateRuns(new Date()).catch(() => undefined);
  const free = await freePrivateRoom(need.bytes);
  if (free === undefined) return { kind: "unknown" };
  const shortage = await shortageOf(need, async () => free);
  return shortage ? { kind: "short", shortage } : { kind: "enough", need };
}
