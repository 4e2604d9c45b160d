import { daysBetween, daysOf } from "../../../history/overview/days";
import type { TargetOverview } from "../../../history/overview/targets";
import { limitsOf } from "../../text/asked/limits";
import type { TargetColumn } from "../../text/history/messages";
import { StatusBadge } from "../../ui/status-badge";
import { DataTable, NumberCell } from "./data-table";
import type { HistoryView } from "./history-view";

const COLUMNS = [
  "app",
  "standing",
  "lastStatus",
  "lastSuccess",
  "lastSaved",
  "lastProven",
  "age",
  "failures",
] as const satisfies TargetColumn[];
const NUMBERS: ReadonlySet<TargetColumn> = new Set(["age", "failures"]);

/** Each target with its last success, the last that is known to be saved, how long ago that was, and when a drill last proved that it can be restored. */
export function TargetsSection({ targets, view }: { targets: readonly TargetOverview[]; view: HistoryView }) {
  const { messages, number, words, moment } = view;
  const texts = messages.history.targets;
  return (
    <section>
      <h3>{texts.heading}</h3>
      {targets.length === 0 && <p>{texts.empty}</p>}
      {targets.length > 0 && (
        <DataTable
          label={texts.heading}
          heads={COLUMNS.map((code) => [texts.column[code], NUMBERS.has(code)] as const)}
        >
          {targets.map((target) => (
            <tr key={target.key}>
              <th scope="row">
                {words(target.appName)} <span class="kbm-quiet">{target.key}</span>
                <Limits target={target} view={view} />
              </th>
              <td>
                {texts.standing[target.standing]}
                {target.rule && <p class="kbm-limits">{words(messages.asked.rule(target.rule))}</p>}
                <DoneBy target={target} view={view} />
              </td>
              <td>{target.lastStatus && <StatusBadge status={target.lastStatus} messages={messages} />}</td>
              <td>{moment(target.lastSuccess) ?? texts.never}</td>
              <td>{moment(target.lastSaved) ?? texts.neverSaved}</td>
              <td>{moment(target.lastProven) ?? texts.neverProven}</td>
              <NumberCell>{ageOf(target, view)}</NumberCell>
              <NumberCell>{number(target.failuresInRow)}</NumberCell>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}

/** Who made of it what it is no more. */
function DoneBy({ target: { departure }, view }: { target: TargetOverview; view: HistoryView }) {
  if (!departure) return null;
  const { messages, words, moment } = view;
  return <p class="kbm-limits">{messages.history.targets.doneBy(words(departure.by), moment(departure.at))}</p>;
}

/** Those of the last run, next to which its success stands. */
function Limits({ target: { lastAsked }, view }: { target: TargetOverview; view: HistoryView }) {
  const limits = lastAsked && limitsOf(lastAsked, view.messages.asked);
  return limits === undefined ? null : <p class="kbm-limits">{limits}</p>;
}

/** As the reminders of the app count: where nothing is known of what is saved, the last success is all that there is. */
function ageOf(
  { lastSaved, unsavedSince, lastSuccess }: TargetOverview,
  { overview, messages, number }: HistoryView,
): string {
  const day = daysOf(overview.timeZone)(lastSaved || unsavedSince || lastSuccess);
  if (day === undefined) return "";
  return messages.history.targets.age(number(Math.max(0, daysBetween(day, overview.today))));
}
