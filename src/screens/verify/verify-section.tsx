import { render } from "preact";
import { useState } from "preact/hooks";
import type { Volume } from "../../domain/outcome";
import { ConfirmationNote } from "../saving/confirmation-note";
import type { Settled } from "../saving/settled";
import type { RehearsalMessages } from "../text/rehearsal/language";
import type { SavingMessages } from "../text/saving/language";
import type { ArchiveCheck, CheckWatcher } from "./archive-check";
import type { ArchiveRehearsal, RehearsalWatcher } from "./archive-rehearsal";
import { FileCheck } from "./file-check";
import { type Judgement, type ToldArchive, type Verdict, judge } from "./judgement";
import { JudgementPanel } from "./judgement-panel";
import { RehearsalPanel } from "./rehearsal-panel";

interface VerifySectionOptions {
  messages: SavingMessages & RehearsalMessages;
  told: ToldArchive;
  /** Reads the files back. Rejects with the signal's reason, or when they cannot be read. */
  check: (files: readonly File[], watcher: CheckWatcher) => Promise<ArchiveCheck>;
  /** What restoring files that were found sound would meet. Rejects in the same way. */
  rehearse: (files: readonly File[], watcher: RehearsalWatcher) => Promise<ArchiveRehearsal>;
  /** Writes down that all files of the run were shown. Absent when that is known already. */
  confirm?: (files: readonly Volume[]) => Promise<Settled>;
}

/** What comes of a check in which every file that the record tells of was there, and both can be believed. */
const PROVES: ReadonlySet<Verdict> = new Set(["sound", "surplus", "incomplete"]);

/** Draws the check of zip files; returns what takes it away again. */
export function mountVerifySection(place: HTMLElement, options: VerifySectionOptions): () => void {
  render(<VerifySection {...options} />, place);
  return () => render(null, place);
}

function VerifySection(options: VerifySectionOptions) {
  const { noArchive } = options.messages.verify;
  return options.told.volumes.length > 0 ? <VerifyPanel {...options} /> : <p class="kbm-verify-panel">{noArchive}</p>;
}

function VerifyPanel({ messages, told, check, confirm, rehearse }: VerifySectionOptions) {
  const [done, setDone] = useState<ArchiveCheck>();
  const [shown, setShown] = useState<readonly File[]>([]);
  const [settled, setSettled] = useState<Settled>();
  const judgement = done && judge(told, done);

  const checked = async (result: ArchiveCheck) => {
    setDone(result);
    if (confirm && PROVES.has(judge(told, result).verdict)) setSettled(await confirm(result.files));
  };
  const start = (files: readonly File[]) => {
    setShown(files);
    setDone(undefined);
    setSettled(undefined);
  };

  return (
    <div class="kbm-verify-panel">
      <p>{messages.verify.introduction}</p>
      <FileCheck messages={messages} check={check} onStart={start} onChecked={checked} />
      {done && judgement && <JudgementPanel judgement={judgement} check={done} told={told} messages={messages} />}
      {settled && <ConfirmationNote settled={settled} messages={messages} />}
      {done && judgement && PROVES.has(judgement.verdict) && (
        <RehearsalPanel messages={messages} rehearse={(watcher) => rehearse(ofArchive(shown, judgement), watcher)} />
      )}
    </div>
  );
}

/** Without what else was shown. */
function ofArchive(files: readonly File[], { volumes }: Judgement): File[] {
  const names = new Set(volumes.map(({ told, file = told }) => file.name));
  return files.filter(({ name }) => names.has(name));
}
