import type { Shortage } from "../../domain/room";
import type { Messages } from "../text/run/messages";
import { Button } from "../ui/button";
import { useFocus } from "./use-focus";

interface RoomQuestionProps {
  shortage: Shortage;
  messages: Messages;
  /** Whether the run is to begin all the same. */
  onAnswer: (goOn: boolean) => void;
}

/** Asked before a run for which there is too little room. Enter and Escape do what is safe. */
export function RoomQuestion({ shortage, messages, onAnswer }: RoomQuestionProps) {
  const { page, room } = messages;
  const cancel = useFocus<HTMLSpanElement>(undefined, "button");
  return (
    <div
      class="kbm-run-panel"
      role="alertdialog"
      aria-labelledby="kbm-room-heading"
      aria-describedby="kbm-room-text"
      onKeyDown={({ key }) => key === "Escape" && onAnswer(false)}
    >
      <h2 class="kbm-run-heading" id="kbm-room-heading">
        {room.heading}
      </h2>
      <div class="kbm-notice kbm-notice-warning" id="kbm-room-text">
        {room.short(shortage).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div class="kbm-buttons">
        <span ref={cancel}>
          <Button main text={page.cancel} onClick={() => onAnswer(false)} />
        </span>
        <Button text={room.goOn} onClick={() => onAnswer(true)} />
      </div>
    </div>
  );
}
