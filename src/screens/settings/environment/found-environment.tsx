import { useState } from "preact/hooks";
import type { Verdict } from "../../../probe/finding";
import type { ProbeRow } from "../../../probe/probe";
import { type ProbeReport, counted } from "../../../probe/report";
import { useFocus } from "../../run/use-focus";
import type { ProbeMessages } from "../../text/probe/messages";
import { ELSEWHERE, elsewhere } from "../../text/probe/probe-report";
import { wordsOf } from "../../text/probe/words-of";
import type { AdminMessages } from "../../text/settings/language";
import { Button } from "../../ui/button";
import { type Sign, VerdictBadge } from "../preflight/verdict-badge";
import type { EnvironmentDesk } from "./environment-desk";

interface FoundEnvironmentProps {
  found: ProbeReport;
  desk: EnvironmentDesk;
  messages: AdminMessages;
}

const SIGNS: Record<Verdict, Sign> = { otherwise: "attention", "as-assumed": "fine", unknown: "unknown" };
const ORDER: readonly Verdict[] = ["otherwise", "unknown", "as-assumed"];

/** What was tried here, what is otherwise first, and ways to hand all of it on. */
export function FoundEnvironment({ found, desk, messages }: FoundEnvironmentProps) {
  const text = messages.settings.environment;
  const heading = useFocus<HTMLHeadingElement>(found);
  const [copied, setCopied] = useState<boolean>();
  const tried = found.rows.filter(({ reason }) => !ELSEWHERE.has(reason));
  const counts = counted(tried);
  const copy = () =>
    desk.copy(found).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <h3 tabIndex={-1} ref={heading}>
        {text.summary(counts.otherwise, counts["as-assumed"], counts.unknown)}
      </h3>
      <div class="kbm-scroll" role="group" aria-labelledby="kbm-environment-title" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {[text.column.verdict, text.column.assumed, text.column.found, text.column.meaning].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ORDER.flatMap((verdict) => tried.filter((row) => row.verdict === verdict)).map((row) => (
              <Row key={row.id} row={row} text={text} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="kbm-quiet">{elsewhere(found.rows, text)}</p>
      <p class="kbm-environment-ways">
        <Button text={text.copy} onClick={copy} /> <Button text={text.download} onClick={() => desk.save(found)} />
      </p>
      <p role="status">{copied !== undefined && (copied ? text.copied : text.notCopied)}</p>
    </>
  );
}

function Row({ row, text }: { row: ProbeRow; text: ProbeMessages }) {
  const { assumed, otherwise } = wordsOf(row, text);
  return (
    <tr>
      <td>
        <VerdictBadge sign={SIGNS[row.verdict]} word={text.verdict[row.verdict]} />
      </td>
      <th scope="row">
        {assumed}
        <span class="kbm-quiet">{row.id}</span>
      </th>
      <td>
        {row.found}
        {row.reason && <span class="kbm-quiet">{text.reason[row.reason]}</span>}
      </td>
      <td>{row.verdict === "otherwise" && otherwise}</td>
    </tr>
  );
}
