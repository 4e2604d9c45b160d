import { useState } from "preact/hooks";
import { describeProblem } from "../../../text/run/problem-sentence";
import type { AdminMessages } from "../../../text/settings/language";
import { Button } from "../../../ui/button";
import type { JudgedLine, LineProblem } from "./judge-lines";

/** So many are drawn at first, and again each time that somebody asks for more. */
const DRAWN = 100;

const HEADS = ["line", "appId", "guestSpaceId", "appName", "query", "enabled", "verdict"] as const;

interface JudgedLinesProps {
  judged: readonly JudgedLine[];
  ownAppId: string;
  messages: AdminMessages;
}

/** The lines of a CSV with what is wrong with them; those with something wrong come first. */
export function JudgedLines({ judged, ownAppId, messages }: JudgedLinesProps) {
  const { csv: text } = messages.settings.adding;
  const [drawn, setDrawn] = useState(DRAWN);
  const bad = judged.filter(({ verdict }) => "problem" in verdict);
  const lines = [...bad, ...judged.filter(({ verdict }) => "target" in verdict)];
  const left = lines.length - drawn;
  return (
    <>
      <div class="kbm-scroll" role="region" aria-label={text.table} tabIndex={0}>
        <table class="kbm-table">
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {text.head[head]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, drawn).map((line) => (
              <Line key={line.line.line} {...{ judged: line, ownAppId, messages }} />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <div>
          <Button text={text.more(Math.min(left, DRAWN))} onClick={() => setDrawn(drawn + DRAWN)} />
        </div>
      )}
    </>
  );
}

function Line({
  judged: { line, verdict },
  ownAppId,
  messages,
}: { judged: JudgedLine } & Omit<JudgedLinesProps, "judged">) {
  const { csv: text, own } = messages.settings.adding;
  const { enabled } = line;
  const name = "target" in verdict ? verdict.target.appName : line.appName;
  return (
    <tr>
      <td class="kbm-number">{line.line}</td>
      <td class="kbm-number">{line.appId}</td>
      <td class="kbm-number">{line.guestSpaceId}</td>
      <td class="kbm-adding-cell">{name}</td>
      <td class="kbm-adding-cell">{line.query}</td>
      <td>{enabled !== undefined && (enabled ? text.enabled : text.disabled)}</td>
      <td class="kbm-adding-cell">
        {"problem" in verdict ? (
          <span class="kbm-field-error">{problemSentence(verdict.problem, messages)}</span>
        ) : (
          text.good
        )}
        {"target" in verdict && verdict.target.appId === ownAppId && <span class="kbm-quiet">{own}</span>}
      </td>
    </tr>
  );
}

function problemSentence(problem: LineProblem, messages: AdminMessages): string {
  const { csv: text } = messages.settings.adding;
  if (problem.kind === "twice") return text.problem.twice(problem.of);
  if (problem.kind === "unreadable") return describeProblem(messages, problem);
  return text.problem[problem.kind];
}
