import { useFocus } from "../run/use-focus";
import { harmlessLine } from "../text/harmless";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import { Button } from "../ui/button";
import { NewAppSection } from "./new-app-section";
import type { RebuildDesk, ToldRebuild } from "./rebuild-desk";

interface MadeStepProps {
  messages: RebuildPageMessages;
  desk: Pick<RebuildDesk, "appUrl" | "save">;
  told: ToldRebuild;
  onGoOn: () => void;
  onClose: () => void;
}

const LOOK = { whole: "success", "left-out": "warning", stopped: "error", nothing: "error" } as const;

/** What came of it: the verdict, and of each app the way to it, what is otherwise, and what is left to do. */
export function MadeStep({ messages, desk, told, onGoOn, onClose }: MadeStepProps) {
  const { rebuild, next, run } = messages;
  const { made } = next;
  const { verdict, apps, stopped, files } = told;
  const notice = useFocus<HTMLDivElement>(told);
  return (
    <div class="kbm-run-panel">
      <div class={`kbm-notice kbm-notice-${LOOK[verdict]}`} role="status" tabIndex={-1} ref={notice}>
        <p>
          <b>{verdict === "nothing" ? made.nothing : rebuild.verdict[verdict]}</b>
        </p>
        {stopped.map((line, at) => (
          <p key={at}>{harmlessLine(line)}</p>
        ))}
      </div>
      {verdict === "stopped" && apps.length > 0 && <h2 class="kbm-run-heading">{made.stoppedApps}</h2>}
      {apps.map((app) => (
        <NewAppSection
          key={app.app.appId}
          {...{ messages, app }}
          url={desk.appUrl(app.app)}
          hasEnded={verdict !== "stopped"}
        />
      ))}
      <div class="kbm-buttons">
        {files.map(({ name, of, content }) => (
          <Button key={name} text={made.save[of]} onClick={() => desk.save(name, content)} />
        ))}
        <Button main={verdict !== "stopped"} text={run.close} onClick={onClose} />
        {verdict === "stopped" && <Button main text={made.goOn} onClick={onGoOn} />}
      </div>
    </div>
  );
}
