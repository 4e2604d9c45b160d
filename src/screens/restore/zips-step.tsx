import { useState } from "preact/hooks";
import { describeFinding } from "../text/verify/finding-sentence";
import { planFileLines } from "../text/restore/plan-file/plan-file-sentences";
import type { RestoringMessages } from "../text/restoring/language";
import { Button } from "../ui/button";
import type { CheckWatcher } from "../verify/archive-check";
import { FileCheck } from "../verify/file-check";
import { Part } from "../verify/part";
import { useFocus } from "../run/use-focus";
import type { DecidedRestore } from "./decided-restore";
import type { OpenedZips, RestoreDesk } from "./restore-desk";

interface ZipsStepProps {
  messages: RestoringMessages;
  desk: RestoreDesk;
  runId?: string;
  /** What is said to whoever goes on with what was broken off. */
  goingOn?: string;
  /** What was chosen before, and cannot be used. */
  refused?: OpenedZips;
  /** Why it is another archive than it should be. */
  why?: string;
  /** What is to be done with the archive. */
  decided: DecidedRestore | undefined;
  onDecided: (decided: DecidedRestore) => void;
  onOpened: (opened: OpenedZips, decided: DecidedRestore | undefined) => void;
  onClose: () => void;
}

/** What came of chosen files: an archive, a plan for one, both, or a plan that is none. */
interface Chosen {
  opened?: OpenedZips;
  wanted?: DecidedRestore | undefined;
  wrong?: readonly string[];
}

/** What is wrong with an archive is told in some sentences; the check on the run's record has more. */
const SHOWN = 20;

/** Zips are dropped or picked, and read back before anything else: what is damaged proves nothing. Beside them, or before, a plan may be. */
export function ZipsStep(props: ZipsStepProps) {
  const { messages, desk, runId, goingOn, refused, why, decided, onDecided, onOpened, onClose } = props;
  const { restoring, run } = messages;
  const panel = useFocus<HTMLDivElement>();
  const [wrongPlan, setWrongPlan] = useState<readonly string[]>([]);

  const check = async (files: readonly File[], watcher: CheckWatcher): Promise<Chosen> => {
    const [file, zips] = [files.find(isPlan), files.filter((each) => !isPlan(each))];
    const parsed = file && desk.readPlan(await file.text());
    if (parsed && "problems" in parsed) {
      return { wrong: planFileLines(messages.preflight.planFile, file?.name ?? "", parsed.problems) };
    }
    const told = restoring.plan.read(file?.name ?? "", parsed?.file.app.name ?? "");
    const wanted = parsed ? { plan: parsed.file, told } : decided;
    if (zips.length === 0) return { wanted };
    const expected = wanted?.plan.archive.runId ?? runId;
    const opened = await desk.open({ files: zips, ...(expected !== undefined && { runId: expected }) }, watcher);
    return { wanted, opened };
  };
  const checked = ({ wrong = [], wanted, opened }: Chosen) => {
    setWrongPlan(wrong);
    if (wanted) onDecided(wanted);
    if (opened) onOpened(opened, wanted);
  };

  return (
    <div class="kbm-run-panel" ref={panel} tabIndex={-1}>
      <p>{decided?.told ?? goingOn ?? restoring.introduction}</p>
      {runId !== undefined && !decided?.zips && <p>{restoring.ofRun(runId)}</p>}
      <FileCheck messages={messages} accept=".zip,.json" atHand={decided?.zips} check={check} onChecked={checked} />
      {!decided && goingOn === undefined && <p class="kbm-quiet">{restoring.plan.offered}</p>}
      {wrongPlan.length > 0 && (
        <div class="kbm-notice kbm-notice-error" role="alert">
          {wrongPlan.map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </div>
      )}
      {refused && <Refused {...{ refused, why, messages }} />}
      <div class="kbm-buttons">
        <Button text={run.close} onClick={onClose} />
      </div>
    </div>
  );
}

const isPlan = ({ name }: File) => name.toLowerCase().endsWith(".json");

interface RefusedProps {
  refused: OpenedZips;
  why: string | undefined;
  messages: RestoringMessages;
}

function Refused({ refused, why, messages }: RefusedProps) {
  const { restoring, verify } = messages;
  const { findings, foreign } = refused.check;
  const notice = useFocus<HTMLDivElement>(refused);
  return (
    <>
      <div class="kbm-notice kbm-notice-error" role="alert" tabIndex={-1} ref={notice}>
        <p>
          <b>{refused.archive ? (why ?? restoring.archive.another) : restoring.archive.unsound}</b>
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
