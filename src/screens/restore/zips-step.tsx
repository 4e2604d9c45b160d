import { describeFinding } from "../text/verify/finding-sentence";
import type { RestoringMessages } from "../text/restoring/language";
import { Button } from "../ui/button";
import { FileCheck } from "../verify/file-check";
import { Part } from "../verify/part";
import { useFocus } from "../run/use-focus";
import type { OpenedZips, RestoreDesk } from "./restore-desk";

interface ZipsStepProps {
  messages: RestoringMessages;
  desk: RestoreDesk;
  runId?: string;
  /** What was chosen before, and cannot be used. */
  refused?: OpenedZips;
  onOpened: (opened: OpenedZips) => void;
  onClose: () => void;
}

/** What is wrong with an archive is told in some sentences; the check on the run's record has more. */
const SHOWN = 20;

/** Zips are dropped or picked, and read back before anything else: what is damaged proves nothing. */
export function ZipsStep({ messages, desk, runId, refused, onOpened, onClose }: ZipsStepProps) {
  const { restoring, run } = messages;
  const panel = useFocus<HTMLDivElement>();
  return (
    <div class="kbm-run-panel" ref={panel} tabIndex={-1}>
      <p>{restoring.introduction}</p>
      {runId !== undefined && <p>{restoring.ofRun(runId)}</p>}
      <FileCheck
        messages={messages}
        check={(files, watcher) => desk.open({ files, ...(runId !== undefined && { runId }) }, watcher)}
        onChecked={onOpened}
      />
      {refused && <Refused refused={refused} messages={messages} />}
      <div class="kbm-buttons">
        <Button text={run.close} onClick={onClose} />
      </div>
    </div>
  );
}

function Refused({ refused, messages }: { refused: OpenedZips; messages: RestoringMessages }) {
  const { restoring, verify } = messages;
  const { findings, foreign } = refused.check;
  const notice = useFocus<HTMLDivElement>(refused);
  return (
    <>
      <div class="kbm-notice kbm-notice-error" role="alert" tabIndex={-1} ref={notice}>
        <p>
          <b>{refused.archive ? restoring.archive.another : restoring.archive.unsound}</b>
        </p>
        {foreign.length > 0 && <p>{restoring.archive.ofOtherRuns([...new Set(foreign.map(({ runId }) => runId))])}</p>}
      </div>
      {findings.length > 0 && (
        <Part heading={verify.findings(findings.length)}>
          {findings.slice(0, SHOWN).map((finding, at) => (
            <li key={at}>{describeFinding(verify, finding)}</li>
          ))}
          {findings.length > SHOWN && <li>{verify.more(findings.length - SHOWN)}</li>}
        </Part>
      )}
    </>
  );
}
