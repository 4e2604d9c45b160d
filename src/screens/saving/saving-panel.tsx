import { useState } from "preact/hooks";
import type { Volume } from "../../domain/outcome";
import { compareVolumes } from "../../history/runs/run-volumes";
import type { SavingMessages } from "../text/saving/language";
import { Button } from "../ui/button";
import { useFocus } from "../run/use-focus";
import { SavedBadge } from "../ui/status-badge";
import type { CheckWatcher } from "../verify/archive-check";
import { FileCheck } from "../verify/file-check";
import { ConfirmationNote } from "./confirmation-note";
import { isWholly, type Settled, strangersAmong, withMore } from "./settled";
import { VolumesTable } from "./volumes-table";

/** What can be done about files that somebody shows. */
export interface ShowingDesk {
  /** Size and digest of each. Rejects with the signal's reason, or when one cannot be read. */
  measure: (files: readonly File[], watcher: CheckWatcher) => Promise<Volume[]>;
  /** Writes down that they are all files of the run. */
  confirm: (files: readonly Volume[]) => Promise<Settled>;
}

interface SavingPanelProps {
  volumes: readonly Volume[];
  messages: SavingMessages;
  /** Hands one to the browser. Absent where there is no copy that could be saved. */
  save?: (volume: Volume) => void | Promise<void>;
  /** Whether the browser was given the only one already. */
  started?: boolean;
  /** How long the copies stay in this browser. */
  until?: Date;
  /** Absent for what is not worth asking: the zips of a cancelled run. */
  desk?: ShowingDesk;
}

/**
 * The zips of a run: each is saved with a press of its own, and shown afterwards. A browser tells nobody what became of a
 * download, so that they were saved is known only then.
 */
export function SavingPanel({ volumes, messages, save, started = false, until, desk }: SavingPanelProps) {
  const { saving, quantities } = messages;
  const [shown, setShown] = useState<readonly Volume[]>([]);
  const [settled, setSettled] = useState<Settled>();
  // What had the focus is gone when all is shown.
  const news = useFocus<HTMLDivElement>(settled?.kind);
  const comparison = compareVolumes(volumes, shown);
  const isOver = settled !== undefined && settled.kind !== "failed" && settled.kind !== "other-files";

  const confirm = async (files: readonly Volume[]) => {
    if (desk) setSettled(await desk.confirm(files));
  };
  const show = async (files: readonly Volume[]) => {
    const all = withMore(shown, files);
    setShown(all);
    if (isWholly(compareVolumes(volumes, all))) await confirm(all);
  };

  return (
    <section class="kbm-saving">
      {desk && (
        <div class="kbm-run-verdict">
          <SavedBadge saved={isOver ? "saved" : "unconfirmed"} messages={messages} />
          <p>{isOver ? saving.allShown : saving.unconfirmed}</p>
        </div>
      )}
      <VolumesTable
        comparison={comparison}
        messages={messages}
        started={started}
        {...(save && !isOver && { save })}
        {...(desk && volumes.length > 1 && { asked: true })}
      />
      {save && volumes.length > 1 && !isOver && <p class="kbm-run-note">{saving.oneByOne}</p>}
      {desk && !isOver && (
        <>
          <p>{saving.why}</p>
          <Found comparison={comparison} shown={shown.length} messages={messages} />
          <FileCheck messages={messages} check={desk.measure} onChecked={show} />
          <p class="kbm-run-note">{until ? saving.copyUntil(quantities.moment(until) ?? "") : saving.noCopy}</p>
        </>
      )}
      {settled && (
        <div tabIndex={-1} ref={news}>
          <ConfirmationNote settled={settled} messages={messages} />
        </div>
      )}
      {desk && settled?.kind === "failed" && (
        <div>
          <Button text={saving.writeAgain} onClick={() => confirm(shown)} />
        </div>
      )}
    </section>
  );
}

interface FoundProps {
  comparison: ReturnType<typeof compareVolumes>;
  shown: number;
  messages: SavingMessages;
}

/** What the files were that are not what was looked for. */
function Found({ comparison, shown, messages: { saving } }: FoundProps) {
  if (shown === 0 || isWholly(comparison)) return null;
  const changed = comparison.volumes.filter(({ state }) => state === "changed");
  const missing = comparison.volumes.filter(({ state }) => state === "missing");
  const strangers = strangersAmong(comparison);
  const look = changed.length + strangers.length > 0 ? "error" : "warning";
  return (
    <div class={`kbm-notice kbm-notice-${look}`} role="status">
      <ul class="kbm-problems">
        {changed.map(({ told, file }) => (
          <li key={told.name}>{saving.changed(told.name, file?.name ?? told.name)}</li>
        ))}
        {strangers.map(({ name }, at) => (
          <li key={at}>{saving.stranger(name)}</li>
        ))}
        {missing.length > 0 && <li>{saving.missing(missing.map(({ told }) => told.name))}</li>}
      </ul>
    </div>
  );
}
