import { useEffect, useState } from "preact/hooks";
import type { RunProgress } from "../../backup/run-progress";
import type { Amount } from "../../domain/progress";
import type { Messages } from "../text/run/messages";
import { Button } from "../ui/button";
import { shareDone } from "./run-state";
import { useFocus } from "./use-focus";

interface ProgressPanelProps {
  progress: RunProgress | undefined;
  cancelling: boolean;
  startedAt: number;
  messages: Messages;
  onCancel: () => void;
}

const NOTHING: RunProgress = {
  phase: "starting",
  records: { done: 0 },
  attachments: { done: 0 },
  bytes: { done: 0 },
  requests: { done: 0 },
};

/** A run under way: what it does now, how far it is, and the one thing that can be done about it. */
export function ProgressPanel({ progress = NOTHING, cancelling, startedAt, messages, onCancel }: ProgressPanelProps) {
  const { page, run, quantities } = messages;
  const { target } = progress;
  const heldBack = cancelling ? undefined : progress.heldBack;
  const panel = useFocus<HTMLDivElement>(cancelling);
  const waiting = cancelling ? undefined : progress.waitingFor;
  const doing = waiting ? run.waitingFor[waiting].title : run.phase[progress.phase];
  const phase = cancelling ? run.cancelling : doing;
  return (
    <div class="kbm-run-panel" ref={panel} tabIndex={-1}>
      {/* Only what changes seldom is announced: numbers that run would never let a screen reader finish. */}
      <div role="status">
        <p class="kbm-run-phase">{phase}</p>
        {cancelling && <p class="kbm-run-note">{run.cancellingNote}</p>}
        {waiting && <WaitingNotice waitingFor={waiting} messages={messages} />}
        {heldBack && (
          <div class="kbm-notice kbm-notice-warning">
            <p>{run.heldBack.why(heldBack)}</p>
          </div>
        )}
        {!cancelling && !waiting && target && (
          <p class="kbm-run-target">{run.target(target.position, target.of, target.appName)}</p>
        )}
      </div>
      <ProgressBar
        share={cancelling || waiting ? undefined : shareDone(progress)}
        label={run.progressLabel}
        doing={phase}
      />
      <dl class="kbm-run-numbers">
        <Fact label={run.records} value={written(progress.records, quantities.number, messages)} />
        <Fact label={run.attachments} value={written(progress.attachments, quantities.number, messages)} />
        <Fact label={run.size} value={written(progress.bytes, quantities.bytes, messages)} />
        <Fact
          label={run.requests}
          value={run.pace(written(progress.requests, quantities.number, messages), progress.requestsAtOnce)}
        />
        <Fact label={run.elapsed} value={<Elapsed since={startedAt} messages={messages} />} />
        {!cancelling && (
          <Fact
            label={run.timeLeft}
            value={progress.secondsLeft === undefined ? run.timeLeftUnknown : quantities.duration(progress.secondsLeft)}
          />
        )}
      </dl>
      <p class="kbm-run-note">{heldBack?.survives ? run.heldBack.mayClose : run.keepOpen}</p>
      <div class="kbm-buttons">
        <Button text={page.cancel} disabled={cancelling} onClick={onCancel} />
      </div>
    </div>
  );
}

/** Why nothing goes on, and what to do. */
export function WaitingNotice({
  waitingFor,
  messages: { run },
}: {
  waitingFor: NonNullable<RunProgress["waitingFor"]>;
  messages: Messages;
}) {
  return (
    <div class="kbm-notice kbm-notice-warning">
      <p>{run.waitingFor[waitingFor].note}</p>
      {waitingFor === "login" && (
        <p>
          {/* This page's own address: whoever is not logged in gets the log-in first, and then the plugin tells this tab. */}
          <a class="kbm-link" href={location.href} target="_blank" rel="noreferrer">
            {run.logInAgain}
          </a>
        </p>
      )}
    </div>
  );
}

function Fact({ label, value }: { label: string; value: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function written({ done, total }: Amount, write: (value: number) => string, { run }: Messages): string {
  return run.amount(write(done), total ? write(total) : undefined);
}

/** Without a share it only says that something goes on. */
function ProgressBar({ share, label, doing }: { share: number | undefined; label: string; doing: string }) {
  const percent = share === undefined ? undefined : Math.floor(share * 100);
  return (
    <div
      class="kbm-progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === undefined ? { "aria-valuetext": doing } : { "aria-valuenow": percent })}
    >
      <div
        class={percent === undefined ? "kbm-progress-bar kbm-progress-unknown" : "kbm-progress-bar"}
        style={percent === undefined ? {} : { width: `${percent}%` }}
      />
    </div>
  );
}

function Elapsed({ since, messages }: { since: number; messages: Messages }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <>{messages.quantities.duration((now - since) / 1000)}</>;
}
