import { useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../domain/errors";

/** What looks at something, and changes nothing. */
interface CheckDesk<News> {
  check(report: (done: number, of: number) => void): Promise<News>;
}

export type CheckState<News> =
  | { kind: "none" }
  | { kind: "checking"; done: number; of: number }
  | { kind: "failed"; error: BackupError }
  | { kind: "done"; news: News };

/** A check, from when somebody asks for it. */
export function useCheck<News>(desk: CheckDesk<News>): [CheckState<News>, check: () => void] {
  const [state, setState] = useState<CheckState<News>>({ kind: "none" });
  const check = async () => {
    const report = (done: number, of: number) => setState({ kind: "checking", done, of });
    report(0, 0);
    try {
      setState({ kind: "done", news: await desk.check(report) });
    } catch (thrown) {
      setState({ kind: "failed", error: toBackupError(thrown) });
    }
  };
  return [
    state,
    () => {
      if (state.kind !== "checking") void check();
    },
  ];
}
