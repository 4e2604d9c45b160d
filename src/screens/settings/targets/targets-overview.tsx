import type { AdminMessages } from "../../text/settings/language";
import { Button } from "../../ui/button";
import { type TargetRow, countUndecided } from "./targets-state";

interface TargetsOverviewProps {
  rows: readonly TargetRow[];
  messages: AdminMessages;
  onCheckAll: () => void;
}

/** How much waits for a decision, and how much is not known yet. */
export function TargetsOverview({ rows, messages, onCheckAll }: TargetsOverviewProps) {
  const text = messages.settings.targets.overview;
  const waiting = rows.map(countUndecided).filter((fields) => fields > 0);
  const undecided = waiting.reduce((sum, fields) => sum + fields, 0);
  const checked = rows.filter(({ details }) => details.kind === "read").length;
  const unread = rows.some(({ details }) => details.kind === "unread");
  return (
    <div class="kbm-targets-overview">
      <div role="status">
        {undecided > 0 && <p class="kbm-notice kbm-notice-warning">{text.undecided(undecided, waiting.length)}</p>}
        {undecided === 0 && checked === rows.length && <p>{text.noneUndecided}</p>}
      </div>
      {checked < rows.length && <p class="kbm-quiet">{text.checked(checked, rows.length)}</p>}
      {unread && <Button text={text.checkAll(rows.length)} onClick={onCheckAll} />}
    </div>
  );
}
