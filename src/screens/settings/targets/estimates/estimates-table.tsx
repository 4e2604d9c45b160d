import { type Basis, type Estimate, type EstimateSum, sumOf } from "../../../../backup/estimate/estimate";
import type { Target } from "../../../../domain/target";
import { describeProblem } from "../../../text/run/problem-sentence";
import type { AdminMessages } from "../../../text/settings/language";
import { type Estimated, type Estimates, placeOf } from "./use-estimates";

const HEADS = ["app", "records", "attachments", "size", "archive", "requests", "time"] as const;

interface TableProps {
  estimates: Estimates;
  messages: AdminMessages;
  budget: number | undefined;
}

/** A row for each target, and one for all of them. */
export function EstimatesTable({ estimates: { targets, results }, messages, budget }: TableProps) {
  const text = messages.settings.estimates;
  const known = [...results.values()].flatMap((result) => (result.kind === "estimated" ? [result.estimate] : []));
  return (
    <div class="kbm-scroll" role="region" aria-label={text.table} tabIndex={0}>
      <table class="kbm-table">
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col" class={head === "app" ? "" : "kbm-number"}>
                {text.head[head]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <Row key={placeOf(target)} {...{ target, messages, budget, result: results.get(placeOf(target)) }} />
          ))}
        </tbody>
        {known.length > 0 && (
          <tfoot>
            <tr>
              <th scope="row">{text.sum(known.length, targets.length)}</th>
              <Amounts amounts={sumOf(known)} exact={known.every(({ basis }) => isExact(basis))} messages={messages} />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface RowProps extends Pick<TableProps, "messages" | "budget"> {
  target: Target;
  result: Estimated | undefined;
}

function Row({ target, result, messages, budget }: RowProps) {
  const text = messages.settings.estimates;
  const { appId, guestSpaceId, appName, rule } = target;
  const id = appId === "" ? "" : messages.run.appId(appId, guestSpaceId);
  const called = rule && messages.asked.rule(rule);
  const heading = (
    <th scope="row">
      {appName || id || called}
      {appName && id && <span class="kbm-quiet">{id}</span>}
      {called && (appName || id) && <span class="kbm-quiet">{called}</span>}
      {result?.kind === "estimated" && (
        <span class="kbm-quiet">{text.basedOn(basisOf(result.estimate, messages))}</span>
      )}
    </th>
  );
  if (result?.kind !== "estimated") {
    return (
      <tr>
        {heading}
        <td colSpan={HEADS.length - 1}>
          {result?.kind === "failed" ? (
            <span class="kbm-field-error">{describeProblem(messages, result)}</span>
          ) : (
            <span class="kbm-quiet">{result?.kind === "reading" ? text.reading : text.waiting}</span>
          )}
        </td>
      </tr>
    );
  }
  const { estimate } = result;
  const share = new Intl.NumberFormat(text.locale, { style: "percent", maximumFractionDigits: 1 });
  return (
    <tr>
      {heading}
      <Amounts
        amounts={estimate}
        exact={isExact(estimate.basis)}
        messages={messages}
        {...(budget !== undefined && { share: text.share.of(share.format(estimate.requests / budget)) })}
      />
    </tr>
  );
}

interface AmountsProps {
  amounts: EstimateSum;
  /** Nothing was concluded from some records to all. */
  exact: boolean;
  share?: string;
  messages: AdminMessages;
}

function Amounts({ amounts, exact, share, messages }: AmountsProps) {
  const { about, quantities } = messages.settings.estimates;
  const { number, bytes, duration } = quantities;
  return (
    <>
      <td class="kbm-number">{number(amounts.records)}</td>
      <td class="kbm-number">{exact ? number(amounts.attachments) : about(number(amounts.attachments))}</td>
      <td class="kbm-number">{about(bytes(amounts.bytes))}</td>
      <td class="kbm-number">{about(bytes(amounts.zipBytes))}</td>
      <td class="kbm-number">
        {about(number(amounts.requests))}
        {share && <span class="kbm-quiet">{share}</span>}
      </td>
      <td class="kbm-number">{about(duration(Math.max(1, amounts.seconds)))}</td>
    </>
  );
}

const isExact = ({ kind }: Basis) => kind === "all-records" || kind === "settings";

function basisOf({ basis }: Estimate, messages: AdminMessages): string {
  const { basis: text, quantities } = messages.settings.estimates;
  switch (basis.kind) {
    case "run":
      return text.run(quantities.moment(basis.at) ?? "");
    case "all-records":
      return text.all;
    case "some-records":
      return text.some(basis.records);
    case "settings":
      return text.settings;
  }
}
