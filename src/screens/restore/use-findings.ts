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
  function look(asked: FindingsView["asked"]): void {
    tell({ news: "look", asked });
    void findings({ ...asked, most: PAGE }).then((page) => tell({ news: "looked", asked, page }));
  }

  return {
    look,
    tick(ticking: Ticking, { asked }: FindingsView): void {
      tell({ news: "tick", ticking });
      void tick(ticking);
      look({ ...asked });
    },
  };
}
