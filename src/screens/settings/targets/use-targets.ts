import PQueue from "p-queue";
import { useEffect, useMemo, useReducer } from "preact/hooks";
import { toBackupError } from "../../../domain/errors";
import type { Target } from "../../../domain/target";
import type { Choices, TargetChoices } from "../../../history/targets/target-choices";
import { warnBeforeLeaving } from "../../run/leave-warning";
import type { AddingDesk } from "./adding/adding-desk";
import type { EstimatesDesk } from "./estimates/estimate-desk";
import type { TargetDetails } from "./target-details";
import {
  type SaveReport,
  type TargetRow,
  type TargetsState,
  isEmpty,
  isRule,
  isUnsaved,
  nameOf,
  nextState,
} from "./targets-state";

/** What the section needs of the world. */
export interface TargetsDesk extends TargetChoices {
  adding: AddingDesk;
  estimates: EstimatesDesk;
  /** Login name of whoever looks at the screen. */
  userCode: string;
  /** Requests that backups may make of an app in a day, by the settings in force. */
  budget: Promise<number>;
  /** Rejects with a `BackupError`. */
  details(target: Target): Promise<TargetDetails>;
}

/** What can be done in the section. */
export interface TargetsActions {
  listAgain(): void;
  /** There are more targets than before: they come into the list, and what is chosen stays. */
  listMore(): void;
  /** Reads the details of a target before those that wait. */
  look(row: TargetRow): void;
  lookAtAll(): void;
  choose(row: TargetRow, choices: Choices): void;
  save(): void;
}

/** So many are looked at unasked: each takes a request for up to 500 records. */
const LOOKED_AT_UNASKED = 10;
/** One answer can be worked at while the next is on its way; a row that is opened need not wait long. */
const LOOKED_AT_ONCE = 2;

/** The targets and the choices about them, from the moment that the section appears. */
export function useTargets(desk: TargetsDesk): [TargetsState, TargetsActions] {
  const [state, dispatch] = useReducer(nextState, { kind: "reading" });
  const queue = useMemo(() => new PQueue({ concurrency: LOOKED_AT_ONCE }), []);
  const rows = state.kind === "ready" ? state.rows : [];
  const unsaved = rows.some(isUnsaved);

  const look = (target: Target, priority: number) => {
    const { recordId } = target;
    dispatch({ kind: "details", recordId, details: { kind: "reading" } });
    void queue.add(
      async () => {
        const details = await desk.details(target).then(
          (read) => ({ kind: "read", details: read }) as const,
          (thrown: unknown) => ({ kind: "failed", error: toBackupError(thrown) }) as const,
        );
        dispatch({ kind: "details", recordId, details });
      },
      { priority },
    );
  };

  const list = async () => {
    try {
      const targets = await desk.enabled();
      dispatch({ kind: "listed", targets });
      const apps = targets.filter(({ target }) => !isRule(target));
      if (apps.length <= LOOKED_AT_UNASKED) for (const { target } of apps) look(target, 0);
    } catch (thrown) {
      dispatch({ kind: "list-failed", error: toBackupError(thrown) });
    }
  };

  const listMore = async () => {
    try {
      dispatch({ kind: "listed-again", targets: await desk.enabled() });
    } catch (thrown) {
      // Unless something would be lost that was chosen.
      if (!unsaved) dispatch({ kind: "list-failed", error: toBackupError(thrown) });
    }
  };

  const save = async (changed: readonly TargetRow[]) => {
    dispatch({ kind: "saving", saving: { kind: "saving" } });
    const reports: SaveReport[] = [];
    for (const row of changed) {
      const outcome = await desk.save(row.stored, row.choices).catch(toBackupError);
      const unrecorded = "unrecorded" in outcome ? outcome.unrecorded : undefined;
      reports.push({
        app: nameOf(row),
        outcome: "kind" in outcome ? outcome.kind : outcome,
        ...(unrecorded && { unrecorded }),
      });
      if ("target" in outcome) dispatch(outcome);
      else if ("kind" in outcome) dispatch({ ...outcome, recordId: row.stored.target.recordId });
    }
    dispatch({ kind: "saving", saving: { kind: "done", reports } });
  };

  useEffect(() => {
    void list();
  }, []);
  useEffect(() => (unsaved ? warnBeforeLeaving() : undefined), [unsaved]);

  return [
    state,
    {
      listAgain() {
        dispatch({ kind: "list-again" });
        void list();
      },
      listMore() {
        void listMore();
      },
      look: ({ stored }) => look(stored.target, 1),
      lookAtAll() {
        for (const { stored, details } of rows) {
          if (details.kind === "unread" && !isRule(stored.target)) look(stored.target, 0);
        }
      },
      choose: ({ stored }, choices) => dispatch({ kind: "chosen", recordId: stored.target.recordId, choices }),
      save() {
        if (state.kind !== "ready" || state.saving.kind === "saving") return;
        const changed = rows.filter(isUnsaved);
        const empty = changed.filter(isEmpty);
        if (changed.length === 0) dispatch({ kind: "saving", saving: { kind: "nothing-changed" } });
        else if (empty.length === 0) void save(changed);
        else {
          const reports = empty.map((row) => ({ app: nameOf(row), outcome: "empty" }) as const);
          dispatch({ kind: "saving", saving: { kind: "done", reports } });
        }
      },
    },
  ];
}
