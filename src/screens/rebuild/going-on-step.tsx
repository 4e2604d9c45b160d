import { useFocus } from "../run/use-focus";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import { Button } from "../ui/button";
import type { BrokenRebuild } from "./rebuild-desk";

interface GoingOnStepProps {
  messages: RebuildPageMessages;
  kept: BrokenRebuild;
  onGoOn: () => void;
  onClose: () => void;
}

/** The archive is open again: what was broken off can go on. */
export function GoingOnStep({ messages, kept: { startedAt }, onGoOn, onClose }: GoingOnStepProps) {
  const { next, run, quantities } = messages;
  const panel = useFocus<HTMLParagraphElement>();
  return (
    <div class="kbm-run-panel">
      <p ref={panel} tabIndex={-1}>
        {next.goingOn.offer(quantities.moment(startedAt) ?? startedAt)}
      </p>
      <div class="kbm-buttons">
        <Button text={run.close} onClick={onClose} />
        <Button main text={next.goingOn.begin} onClick={onGoOn} />
      </div>
    </div>
  );
}
