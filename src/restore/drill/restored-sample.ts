import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { BackupError } from "../../domain/errors";
import type { Restores } from "../../domain/restores";
import type { AppRef } from "../../domain/target";
import type { ComparedForms } from "../compare/compared-forms";
import { NOTHING_DECIDED, type Replaced, type RestoreChoices } from "../plan/restore-choices";
import type { RestorePlan } from "../plan/restore-plan";
import { planRestore } from "../plan-restore";
import { checkPeopleOfPlan, type GonePerson } from "./people-of-plan";
import type { RestoreReportLine } from "../report/report-line";
import { type RestoreAsked, runRestore, type RestoreWorld } from "../run-restore";
import type { RestoreLine } from "../write/restore-journal";
import type { Directory } from "../../domain/directory";

export interface SampleOrder {
  asked: RestoreAsked;
  archived: ArchivedTarget;
  app: AppRef;
  forms: ComparedForms;
  /** Absent when all records are meant. */
  ids?: ReadonlySet<string>;
}

export interface SampleWorld extends Pick<
  RestoreWorld,
  "source" | "sink" | "blobOf" | "pause" | "signal" | "requestsAllowed" | "clock" | "requests" | "report"
> {
  directory: Directory;
  isTold: Restores["isTold"];
}

/** What is known before the first record is written. */
export interface PlannedSample {
  plan: RestorePlan;
  choices: RestoreChoices;
  /** Whom nothing can be written of any more. */
  gone: readonly GonePerson[];
}

/** What would be added to the empty app. Who is gone is left out where a field may be empty, as somebody who restores would decide; else the record is refused, and counts. */
export async function plannedSample(order: SampleOrder, world: SampleWorld): Promise<PlannedSample> {
  const { archived, app, forms, ids } = order;
  const choices: RestoreChoices = {
    ...NOTHING_DECIDED,
    ...{ addMissing: true, putBack: false },
    ...(ids && { selection: { ids: [...ids] } }),
  };
  const { source, signal, requestsAllowed, directory } = world;
  const parts = { source, signal, requestsAllowed, report: () => undefined };
  const { plan } = await planRestore({ archived, app, forms, choices }, parts);
  const gone = await checkPeopleOfPlan({ archived, forms, choices, plan }, { directory, signal });
  const leftOut = gone.filter(({ mayBeLeftOut }) => mayBeLeftOut);
  const replaced: Replaced = {
    ...{ users: namesOf("users"), organizations: namesOf("organizations"), groups: namesOf("groups") },
  };
  return { plan, choices: { ...choices, replaced }, gone };

  function namesOf(of: GonePerson["people"]): Record<string, null> {
    return Object.fromEntries(leftOut.filter(({ people }) => people === of).map(({ code }) => [code, null]));
  }
}

/**
 * Adds them by the ordinary restore, which plans nothing anew, and remembers nothing by itself: the drill is what is remembered, and a drill that is broken off
 * begins anew. Resolves to the ids that the records got. Rejects with what ended it early.
 */
export async function restoredSample(
  { asked, archived, app, forms }: SampleOrder,
  { plan, choices }: PlannedSample,
  tell: (line: RestoreReportLine) => void,
  world: SampleWorld,
): Promise<ReadonlyMap<string, string>> {
  let ids: ReadonlyMap<string, string> = new Map();
  const journal: RestoreLine[] = [];
  const restores: Restores = {
    begin: async () => undefined,
    report: async () => undefined,
    async finish(_outcome, files) {
      ids = files.ids;
      return "";
    },
    putBack: async () => new Map(),
    untold: async () => [],
    isTold: world.isTold,
  };
  const restored = await runRestore(
    asked,
    { archived, app, forms, choices, plan },
    {
      ...{ ...world, restores },
      journal: {
        async *lines() {
          yield* journal;
        },
        async note(line) {
          journal.push(line);
        },
      },
      keep: async () => undefined,
      secureApp: async () => undefined,
      planText: () => "",
      openReport: async () => ({ tell: async (line) => tell(line), texts: () => [] }),
    },
  );
  if ("refused" in restored) throw new BackupError("UNEXPECTED", "Nothing was to be deleted");
  if (restored.outcome.stopped) throw restored.outcome.stopped;
  return ids;
}
