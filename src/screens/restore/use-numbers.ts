import { useEffect, useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../domain/errors";
import type { ComparedApp, RestoreDesk, RestoreNumbers } from "./restore-desk";
import { chosenOf, type RestoreDraft } from "./restore-draft";

interface Counted {
  /** The last that were counted; absent while nobody knows any. */
  numbers?: RestoreNumbers;
  isCounting: boolean;
  /** Why they could not be counted. */
  problem?: BackupError;
}

/** How many records each mode would write, counted anew whenever others are meant. */
export function useNumbers(
  { scope, meeting, attachmentsOnly, fields }: RestoreDraft,
  compared: ComparedApp,
  desk: Pick<RestoreDesk, "numbers">,
): Counted {
  const [counted, setCounted] = useState<Counted>({ isCounting: true });
  useEffect(() => {
    if (!scope) return setCounted({ isCounting: false });
    let isWanted = true;
    const tell = (news: Counted) => {
      if (isWanted) setCounted(news);
    };
    const asked = chosenOf({ meeting, attachmentsOnly, ...(fields && { fields }) }, compared);
    setCounted(({ numbers }) => ({ ...(numbers && { numbers }), isCounting: true }));
    desk.numbers({ ...asked, onlyTicked: scope === "ticked" }).then(
      (numbers) => tell({ numbers, isCounting: false }),
      (thrown: unknown) => tell({ isCounting: false, problem: toBackupError(thrown) }),
    );
    return () => {
      isWanted = false;
    };
  }, [scope, meeting, attachmentsOnly, fields, compared, desk]);
  return counted;
}
