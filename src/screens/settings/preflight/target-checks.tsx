import { type TargetCheck, type Weight, weightOf } from "../../../backup/preflight/finding";
import type { LastResults } from "../../../history/targets/last-results";
import { harmless } from "../../text/harmless";
import type { AdminMessages } from "../../text/settings/language";
import { findingSentence } from "../../text/settings/preflight/finding-sentence";
import { type Sign, VerdictBadge } from "./verdict-badge";

interface TargetChecksProps {
  checks: readonly TargetCheck[];
  last: LastResults | undefined;
  messages: AdminMessages;
}

const SIGNS: Record<Weight | "fine", Sign> = { blocked: "bad", missing: "attention", note: "fine", fine: "fine" };

/** Each target with what a run by this user would lack, and how its last run ended. */
export function TargetChecks({ checks, last, messages }: TargetChecksProps) {
  const text = messages.settings.preflight;
  const incomplete = checks.filter((check) => ["blocked", "missing"].includes(gravest(check)));
  if (checks.length === 0) return <p>{text.noTargets}</p>;
  return (
    <>
      <p>{text.summary(checks.length, incomplete.length)}</p>
      <ul class="kbm-checks">
        {checks.map((check) => (
          <li key={check.target.recordId}>
            <p class="kbm-check-head">
              <b>{harmless(check.appName || check.target.appId || check.target.recordId)}</b>{" "}
              <VerdictBadge sign={SIGNS[gravest(check)]} word={text.weight[gravest(check)]} />
            </p>
            <ul>
              {check.findings.map((finding) => (
                <li key={finding.kind} class={weightOf(finding) === "note" ? "kbm-quiet" : ""}>
                  {findingSentence(finding, messages)}
                </li>
              ))}
              <li class="kbm-quiet">{lastRun(check, last, messages)}</li>
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function gravest({ findings: [first] }: TargetCheck): Weight | "fine" {
  return first ? weightOf(first) : "fine";
}

function lastRun({ target }: TargetCheck, last: LastResults | undefined, messages: AdminMessages): string {
  const { lastRun: text } = messages.settings.preflight;
  if (!last) return text.unknown;
  const told = last(target);
  if (!told) return text.never;
  const { run, result } = told;
  const moment = messages.quantities.moment(run.startedAt) ?? run.startedAt;
  return harmless(text.ended(moment, result.status ? messages.status[result.status] : "?", result.message));
}
