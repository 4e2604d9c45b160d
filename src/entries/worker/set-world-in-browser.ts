import { archivedIdOf } from "../../restore/apps/records/set-app";
import type { SetLine } from "../../restore/apps/records/set-journal";
import type { SetReportLine } from "../../restore/apps/records/set-report-line";
import type { AboutRestore, SetWorld } from "../../restore/apps/records/set-world";
import type { KeptRestore } from "../../restore/run-restore";
import type { RestoreLine } from "../../restore/write/restore-journal";
import type { PrivateKept } from "../../workspace/private-kept";
import { entryBlob } from "../wiring/entry-blob";
import { planText } from "../wiring/plan-text";
import type { RestoreAccess } from "../wiring/restoring";
import { newRunId } from "../wiring/run-options";
import { withDates } from "./kept-restore";
import { reportInto } from "./restore-report";

interface SetInBrowser {
  /** Of what is being made. */
  kept: Pick<PrivateKept<never>, "within">;
  /** Takes what became of the set beside its restores. */
  lines: SetReportLine[];
  baseUrl: string;
  report: SetWorld["report"];
}

/** What the records of a set need of the world, in a browser's Worker: each restore keeps its plan and journal within what is being made. */
export async function setWorldInBrowser(
  access: RestoreAccess,
  { kept, lines, baseUrl, report }: SetInBrowser,
): Promise<SetWorld & { close(): Promise<void> }> {
  const journal = await kept.within<SetLine>("records");
  const open = new Set<{ close(): void }>([journal]);
  lines.length = 0;
  return {
    ...access,
    ...{ journal, report },
    async room(pass, app) {
      const room = await kept.within<RestoreLine>(`${pass}-${archivedIdOf(app)}`);
      open.add(room);
      const earlier = (await room.about()) as (KeptRestore & AboutRestore) | undefined;
      return {
        ...(earlier && { earlier: withDates(earlier) }),
        ...{ journal: room, blobOf: entryBlob, openReport: async () => reportInto([]) },
        keep: (made, about) => room.keep({ ...made, ...about }),
        async clear() {
          open.delete(room);
          await room.clear();
        },
      };
    },
    newRestoreId: newRunId,
    planText: (start, about, plan) => planText(start, { ...about, baseUrl }, plan),
    async tell(line) {
      lines.push(line);
    },
    async close() {
      for (const each of open) each.close();
    },
  };
}
