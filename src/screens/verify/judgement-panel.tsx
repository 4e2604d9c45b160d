import { useFocus } from "../run/use-focus";
import { describeFinding } from "../text/verify/finding-sentence";
import type { AuditorMessages } from "../text/verify/language";
import type { Question } from "../text/verify/messages";
import type { ArchiveCheck } from "./archive-check";
import { ArchiveGaps } from "./archive-gaps";
import type { Judgement, ToldArchive, Verdict } from "./judgement";
import { Part } from "./part";

interface JudgementPanelProps {
  judgement: Judgement;
  check: ArchiveCheck;
  told: ToldArchive;
  messages: AuditorMessages;
}

/** A file that was tampered with can hold thousands; the command lists them all. */
const SHOWN = 50;

const LOOK: Record<Verdict, "success" | "warning" | "error"> = {
  sound: "success",
  surplus: "warning",
  unfinished: "warning",
  "files-missing": "warning",
  incomplete: "warning",
  damaged: "error",
  "doubtful-history": "error",
  foreign: "error",
};

/** What came of the check: the verdict, the questions behind it, each file, and everything that is wrong. */
export function JudgementPanel({ judgement, check, told, messages }: JudgementPanelProps) {
  const { verify } = messages;
  const { verdict, findings, surplus } = judgement;
  const notice = useFocus<HTMLDivElement>(judgement.verdict);
  const hidden = findings.length - SHOWN;
  return (
    <>
      <div class={`kbm-notice kbm-notice-${LOOK[verdict]}`} role="status" tabIndex={-1} ref={notice}>
        <p>
          <b>{verify.verdict[verdict]}</b>
        </p>
        {verdict !== "foreign" && <Answers judgement={judgement} messages={messages} />}
      </div>
      <Part heading={verify.files}>
        {judgement.volumes.map(({ told: volume, state, file = volume }) => (
          <li key={volume.name}>
            {volume.name}: {verify.state[state](file)}
            <span class="kbm-quiet">SHA-256: {volume.sha256}</span>
          </li>
        ))}
      </Part>
      {surplus.length + check.foreign.length > 0 && (
        <Part heading={verify.surplus}>
          {surplus.map(({ name, sha256 }, at) => (
            <li key={at}>
              {name}
              <span class="kbm-quiet">SHA-256: {sha256}</span>
            </li>
          ))}
          {check.foreign.map(({ name, runId }, at) => (
            <li key={`foreign-${at}`}>
              {name}: {verify.ofRun(runId)}
            </li>
          ))}
        </Part>
      )}
      {findings.length > 0 && (
        <Part heading={verify.findings(findings.length)}>
          {findings.slice(0, SHOWN).map((finding, at) => (
            <li key={at}>{describeFinding(verify, finding)}</li>
          ))}
          {hidden > 0 && <li>{verify.more(hidden)}</li>}
        </Part>
      )}
      {verdict !== "foreign" && <ArchiveGaps check={check} messages={messages} />}
      <p class="kbm-quiet">
        {verify.runId}: {told.runId}
        <br />
        {verify.archiveDigest}: {told.archiveDigest}
      </p>
    </>
  );
}

function Answers({ judgement, messages: { verify } }: Pick<JudgementPanelProps, "judgement" | "messages">) {
  return (
    <ul class="kbm-problems">
      {(Object.keys(verify.question) as Question[]).map((question) => (
        <li key={question}>
          {verify.question[question]}{" "}
          <span class={`kbm-status kbm-status-${judgement[question] ? "success" : "failed"}`}>
            {judgement[question] ? verify.yes : verify.no}
          </span>
        </li>
      ))}
    </ul>
  );
}
