import type { AdminMessages } from "../../text/settings/language";
import type { RoomNews } from "./preflight-desk";
import { VerdictBadge } from "./verdict-badge";

/** Whether the browser has room enough for the next run, judging by earlier ones. */
export function RoomSection({ room, messages }: { room: RoomNews; messages: AdminMessages }) {
  const { room: text, security } = messages.settings.preflight;
  const sign = ({ enough: "fine", short: "attention", "no-run": "unknown", unknown: "unknown" } as const)[room.kind];
  return (
    <div>
      <p class="kbm-check-head">
        <b>{text.title}</b> <VerdictBadge sign={sign} word={security.verdict[sign]} />
      </p>
      {linesOf(room, messages).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function linesOf(room: RoomNews, messages: AdminMessages): string[] {
  const { room: text } = messages.settings.preflight;
  const { bytes } = messages.quantities;
  switch (room.kind) {
    case "enough": {
      const { need } = room;
      return [text.enough(bytes(need.bytes)), ...(need.unknownTargets > 0 ? [text.more(need.unknownTargets)] : [])];
    }
    case "short":
      return messages.room.short(room.shortage);
    case "no-run":
      return [text.noRun];
    case "unknown":
      return [text.unknown];
  }
}
