import type { FormFields } from "../../archive/records/kintone-app";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { AppWorkshop } from "../../domain/app-workshop";
import type { DrillScope } from "../../domain/drill-outcome";
import type { Drills } from "../../domain/drills";
import type { RequestsLeft } from "../../domain/requests";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { drillSample } from "./drill-sample";
import { requestsOfDrill, secondsOfDrill } from "./requests-of-drill";
import { ownScratchApp, scratchIdentity, type ScratchWords } from "./scratch-app";

export interface ForeseenOrder {
  archived: ArchivedTarget;
  /** The archive's (`drillableForm`). */
  form: FormFields;
  target: AppRef & { name: string };
  scope: DrillScope;
  operatorCode: string;
}

interface ForeseenWorld {
  source: Pick<Source, "readSetting" | "countRecords" | "recordsPerPage">;
  workshop: Pick<AppWorkshop, "lookAt">;
  drills: Pick<Drills, "scratchApps">;
  /** As `RestoreAccess` has it. */
  requestsLeft: (appId: string) => Promise<RequestsLeft | undefined>;
  words: ScratchWords;
}

/** What a drill would do. */
export interface ForeseenDrill {
  archived: number;
  expected: number;
  files: number;
  scratch: {
    name: string;
    /** The app of an earlier drill, and how many records it has: they are deleted. Absent where one is made. */
    present?: AppRef & { records: number };
  };
  /** Of the scratch app. */
  requests: number;
  /** How long it takes, roughly. */
  seconds: number;
  /** Absent when nobody knows what is left of them. */
  day?: RequestsLeft;
  /** It would take more than there is left of the day's requests: kintone refuses nothing, but Cybozu may (kintone help, 制限値). */
  isOverBudget: boolean;
}

/** No app has this id: one that is made has all requests of the day. */
const NEW_APP = "0";

/** Finds out what a drill would do, and writes nothing. Reads the archive once. */
export async function foreseenDrill(
  { archived, form, target, scope, operatorCode }: ForeseenOrder,
  world: ForeseenWorld,
): Promise<ForeseenDrill> {
  const { source, drills, requestsLeft, words } = world;
  const sample = await drillSample(archived, form, scope);
  const { name } = scratchIdentity(target, words);
  const app = await ownScratchApp(await drills.scratchApps(target), target, { operatorCode, name }, world);
  const records = app?.isLive ? await source.countRecords(app, { query: "" }) : 0;
  const expected = sample.ids?.size ?? sample.archived;
  const day = await requestsLeft(app?.appId ?? NEW_APP);
  const requests = requestsOfDrill({
    ...{ expected, files: sample.files, present: records, recordsPerPage: source.recordsPerPage },
  });
  return {
    ...{ archived: sample.archived, expected, files: sample.files },
    scratch: { name, ...(app && { present: { ...app, records } }) },
    ...{ requests, seconds: secondsOfDrill(requests) },
    ...(day && { day }),
    isOverBudget: day !== undefined && requests > day.left,
  };
}
