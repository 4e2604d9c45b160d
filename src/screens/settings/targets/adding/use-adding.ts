import { useEffect, useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../../../domain/errors";
import type { AddOutcome, NewTarget } from "../../../../history/targets/target-register";
import { warnBeforeLeaving } from "../../../run/leave-warning";
import type { AddingDesk } from "./adding-desk";

/** What is known of the targets that there are, enabled or not. */
export type Registered =
  { kind: "reading" } | { kind: "failed"; error: BackupError } | { kind: "known"; targets: readonly NewTarget[] };

export type AddingNews =
  | { kind: "none" }
  | { kind: "adding"; written: number; of: number }
  | { kind: "done"; outcome: AddOutcome }
  | { kind: "failed"; targets: number; error: BackupError };

export interface Adding {
  registered: Registered;
  news: AddingNews;
  readAgain(): void;
  add(targets: readonly NewTarget[]): void;
}

/**
 * The targets that there are, and the way to more of them.
 *
 * @param wanted somebody wants to know; nothing is asked before
 * @param onAdded is told when there are more targets than before
 */
export function useAdding({ register }: AddingDesk, wanted: boolean, onAdded: () => void): Adding {
  const [registered, setRegistered] = useState<Registered>({ kind: "reading" });
  const [news, setNews] = useState<AddingNews>({ kind: "none" });
  const isAdding = news.kind === "adding";

  const read = async () => {
    setRegistered({ kind: "reading" });
    try {
      setRegistered({ kind: "known", targets: await register.all() });
    } catch (thrown) {
      setRegistered({ kind: "failed", error: toBackupError(thrown) });
    }
  };

  useEffect(() => {
    if (wanted) void read();
  }, [wanted]);
  useEffect(() => (isAdding ? warnBeforeLeaving() : undefined), [isAdding]);

  const add = async (targets: readonly NewTarget[]) => {
    const of = targets.length;
    setNews({ kind: "adding", written: 0, of });
    try {
      const outcome = await register.add(targets, (written) => setNews({ kind: "adding", written, of }));
      setRegistered({ kind: "known", targets: outcome.now });
      setNews({ kind: "done", outcome });
      if (outcome.added.length + outcome.present.length > 0) onAdded();
    } catch (thrown) {
      setNews({ kind: "failed", targets: of, error: toBackupError(thrown) });
    }
  };

  return {
    registered,
    news,
    readAgain() {
      void read();
    },
    add(targets) {
      if (!isAdding && targets.length > 0) void add(targets);
    },
  };
}
