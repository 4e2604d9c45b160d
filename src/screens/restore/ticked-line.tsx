import type { Comparison } from "../../restore/compare/comparison";
import type { RestoringMessages } from "../text/restoring/language";
import { workIn } from "./findings-view";
import type { FindingsFilter, FindingsPage, Ticking } from "./found-records";

interface TickedLineProps {
  messages: RestoringMessages;
  counts: Comparison["counts"];
  page: FindingsPage;
  filter: FindingsFilter;
  isNarrowed: boolean;
  onTick: (ticking: Ticking) => void;
}

/** How many are ticked, or what it means that none is; and all that a search found, at once. */
export function TickedLine({ messages, counts, page, filter, isNarrowed, onTick }: TickedLineProps) {
  const { compared } = messages.restoring;
  const { ticked, tickable, tickedHere } = page;
  const all = workIn(counts);
  const none = isNarrowed ? compared.noneOfFound(tickable, all) : compared.noneTicked(all);
  if (all === 0) return null;
  const { search, kind } = filter;
  return (
    <p class="kbm-ticked">
      <span role="status">{ticked > 0 ? compared.ticked(ticked, all) : none}</span>
      {tickedHere < tickable && (
        <button type="button" class="kbm-button-small" onClick={() => onTick({ which: { search, kind }, isOn: true })}>
          {isNarrowed ? compared.tickFound(tickable) : compared.tickAll(tickable)}
        </button>
      )}
      {ticked > 0 && (
        <button type="button" class="kbm-button-small" onClick={() => onTick({ which: { search: "" }, isOn: false })}>
          {compared.untick}
        </button>
      )}
    </p>
  );
}
