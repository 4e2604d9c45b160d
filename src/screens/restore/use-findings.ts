import { toBackupError } from "../../domain/errors";
import { PAGE } from "./findings-section";
import type { FindingsView } from "./findings-view";
import type { Ticking } from "./found-records";
import type { RestoreDesk } from "./restore-desk";
import type { RestoreNews } from "./restore-state";

/** Looking at what a comparison found, a page at a time, and ticking some of it: the Worker has all of it. */
export function useFindings(
  { findings, tick }: Pick<RestoreDesk, "findings" | "tick">,
  tell: (news: RestoreNews) => void,
) {
  /** @param ticking what is to be ticked before */
  function look(asked: FindingsView["asked"], ticking?: Ticking): void {
    tell({ news: "look", asked });
    const answers = [ticking && tick(ticking), findings({ ...asked, most: PAGE })] as const;
    Promise.all(answers).then(
      ([, page]) => tell({ news: "looked", asked, page }),
      (thrown: unknown) => tell({ news: "not-looked", asked, error: toBackupError(thrown) }),
    );
  }

  return {
    look,
    tick(ticking: Ticking, { asked }: FindingsView): void {
      tell({ news: "tick", ticking });
      look({ ...asked }, ticking);
    },
  };
}
