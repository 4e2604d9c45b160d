import { useEffect, useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../../domain/errors";
import {
  type Findings,
  type PreparationEnd,
  type PreparationStep,
  isReady,
} from "../../../history/preparation/preparation";
import { warnBeforeLeaving } from "../../run/leave-warning";

/** What the section needs of the world. Both reject with a `BackupError`. */
export interface PreparationDesk {
  look(): Promise<Findings>;
  prepare(findings: Findings, report: (step: PreparationStep) => void): Promise<PreparationEnd>;
}

/** From the moment that the section appears. `done` tells that this is what a preparation left. */
export type PreparationState =
  | { kind: "looking" }
  | { kind: "unreadable"; error: BackupError }
  | { kind: "found"; findings: Findings; done: boolean }
  | { kind: "working"; step: PreparationStep }
  | { kind: "not-updated"; status: string }
  | { kind: "failed"; error: BackupError };

export interface PreparationActions {
  lookAgain(): void;
  prepare(): void;
}

/** The preparation of the app, from the first look at it. */
export function usePreparation(desk: PreparationDesk): [PreparationState, PreparationActions] {
  const [state, setState] = useState<PreparationState>({ kind: "looking" });
  const isWorking = state.kind === "working";

  const look = async () => {
    setState({ kind: "looking" });
    try {
      setState({ kind: "found", findings: await desk.look(), done: false });
    } catch (thrown) {
      setState({ kind: "unreadable", error: toBackupError(thrown) });
    }
  };

  const prepare = async (findings: Findings) => {
    const report = (step: PreparationStep) => setState({ kind: "working", step });
    // At once, so that a second press meets no button.
    report(
      isReadyButWaits(findings)
        ? { kind: "updating" }
        : { kind: "changing", done: 0, of: findings.plan.changes.length },
    );
    try {
      const end = await desk.prepare(findings, report);
      setState(end.kind === "prepared" ? { kind: "found", findings: end.findings, done: true } : end);
    } catch (thrown) {
      setState({ kind: "failed", error: toBackupError(thrown) });
    }
  };

  useEffect(() => {
    void look();
  }, []);
  useEffect(() => (isWorking ? warnBeforeLeaving() : undefined), [isWorking]);

  return [
    state,
    {
      lookAgain() {
        void look();
      },
      prepare() {
        if (state.kind === "found" && !isReady(state.findings)) void prepare(state.findings);
      },
    },
  ];
}

const isReadyButWaits = ({ plan }: Findings): boolean => plan.changes.length === 0;
