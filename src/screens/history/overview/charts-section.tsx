import type { Point } from "../../../history/overview/series";
import { type ColumnHead, DataTable, NumberCell } from "./data-table";
import type { HistoryView } from "./history-view";

interface ChartsSectionProps {
  points: readonly Point[];
  view: HistoryView;
}

/** Duration and size as bars, with a table of the same figures beside them. */
export function ChartsSection({ points, view }: ChartsSectionProps) {
  const { charts } = view.messages.history;
  return (
    <section>
      <h3>{charts.heading}</h3>
      {points.length === 0 ? (
        <p>{charts.empty}</p>
      ) : (
        <>
          <div class="kbm-charts">
            <Chart points={points} of="seconds" view={view} />
            <Chart points={points} of="bytes" view={view} />
          </div>
          <details>
            <summary>{charts.table}</summary>
            <PointsTable points={points} view={view} />
          </details>
        </>
      )}
    </section>
  );
}

const [WIDTH, HEIGHT] = [600, 120];

function Chart({ points, of, view }: ChartsSectionProps & { of: "seconds" | "bytes" }) {
  const { charts, runs } = view.messages.history;
  const values = points.map((point) => point[of]);
  const most = Math.max(...values);
  const step = WIDTH / points.length;
  const bars = values.map((value, at) => {
    const height = most > 0 ? Math.max(1, (value / most) * HEIGHT) : 1;
    return `M${(at * step).toFixed(1)} ${HEIGHT}v-${height.toFixed(1)}h${(step * 0.8).toFixed(1)}V${HEIGHT}z`;
  });
  const written = (value: number) => writtenAs(of, value, view);
  const [first, last] = [points[0], points.at(-1)];
  const summary = charts.summary(
    ...[runs.column[of], view.number(points.length)],
    written(Math.min(...values)),
    written(most),
  );
  return (
    <figure>
      <figcaption>
        {runs.column[of]} <span class="kbm-quiet">{written(most)}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={summary}>
        <path d={bars.join("")} />
      </svg>
      <div class="kbm-axis kbm-quiet">
        <span>{first && dayOf(first.from, view)}</span>
        <span>{points.length > 1 && last && dayOf(last.to, view)}</span>
      </div>
    </figure>
  );
}

function PointsTable({ points, view }: ChartsSectionProps) {
  const { charts, runs } = view.messages.history;
  const together = points.some((point) => point.runs > 1);
  const name = (point: Point) => {
    const [from, to] = [point.from, point.to].map((run) => view.moment(run.startedAt) ?? runs.unknownTime);
    return point.runs > 1 ? `${from} – ${to}` : from;
  };
  const counts: ColumnHead[] = together ? [[charts.together, true]] : [];
  const heads: ColumnHead[] = [[charts.period], ...counts, [runs.column.seconds, true], [runs.column.bytes, true]];
  return (
    <DataTable label={charts.table} heads={heads}>
      {points.map((point) => (
        <tr key={point.from.recordId}>
          <th scope="row">{name(point)}</th>
          {together && <NumberCell>{view.number(point.runs)}</NumberCell>}
          <NumberCell>{writtenAs("seconds", point.seconds, view)}</NumberCell>
          <NumberCell>{writtenAs("bytes", point.bytes, view)}</NumberCell>
        </tr>
      ))}
    </DataTable>
  );
}

function writtenAs(of: "seconds" | "bytes", value: number, { messages: { quantities } }: HistoryView): string {
  return of === "seconds" ? quantities.duration(value) : quantities.bytes(value);
}

function dayOf(run: Point["from"], { overview, date }: HistoryView): string {
  const day = overview.dayOf(run);
  return day === undefined ? "" : date(day);
}
