import { foreseenNeed } from "../../backup/estimate/foreseen-need";
import { type FreeRoom, type Shortage, shortageOf } from "../../domain/room";
import type { AppRef } from "../../domain/target";
import { pastSizes } from "../../history/targets/past-sizes";
import { createTargets } from "../../history/targets/targets";
import type { Connection } from "../../kintone/connection/connection";
import { createAppsOfRule } from "../../kintone/reading/apps-of-rule";
import { createRecordStore } from "../../kintone/writing/record-store";
import type { Settings } from "../../settings/settings";
import { runOptions } from "./run-options";
import { unlessTooLate } from "./unless-too-late";

interface BeforeRun {
  /** Signed in, without patience: what cannot be known at once is not known. */
  connection: Connection;
  /** The backup-management app. */
  app: AppRef;
  settings: Settings;
  freeRoom: FreeRoom;
  /** Whether the volumes are copied to a place on the same disk. */
  copied: boolean;
}

/**
 * Compares the room that there is with what the enabled targets took in earlier runs. Resolves to nothing when there is
 * enough, and when it cannot be known, for whatever reason: the run itself will meet that reason, and tell it. Never rejects.
 */
export function foreseeShortage(before: BeforeRun): Promise<Shortage | undefined> {
  return unlessTooLate(compare(before));
}

async function compare({ connection, app, settings, freeRoom, copied }: BeforeRun): Promise<Shortage | undefined> {
  const store = createRecordStore(connection, app);
  const targetsNow = createTargets(store, createAppsOfRule(connection, app.appId)).enabled();
  const [past, targets] = await Promise.all([pastSizes(store), targetsNow]);
  const volumeBytes = runOptions(settings).volumeLimits.maxBytes;
  const need = past && foreseenNeed(targets, past, { volumeBytes, copied });
  return need && shortageOf(need, freeRoom);
}
