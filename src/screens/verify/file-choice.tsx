import { useState } from "preact/hooks";
import type { AuditorMessages } from "../text/verify/language";

interface FileChoiceProps {
  messages: AuditorMessages;
  /** Which files the picker shows. */
  accept?: string;
  /** Called with at least one file. */
  onChoose: (files: readonly File[]) => void;
}

/** A file picker, and around it a place to drop files on: the keyboard needs the one, the mouse likes the other. */
export function FileChoice({ messages, accept = ".zip", onChoose }: FileChoiceProps) {
  const { verify } = messages;
  const [over, setOver] = useState(false);
  const choose = (list: FileList | null | undefined) => {
    if (list && list.length > 0) onChoose([...list]);
  };
  const drag = (event: DragEvent, isOver: boolean) => {
    // Without it the browser would leave the page and open the file.
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <label
      class={over ? "kbm-drop kbm-drop-over" : "kbm-drop"}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        choose(event.dataTransfer?.files);
      }}
    >
      <b>{verify.choose}</b>
      <input
        type="file"
        multiple
        accept={accept}
        onChange={({ currentTarget }) => {
          choose(currentTarget.files);
          // So that the same files can be chosen again.
          currentTarget.value = "";
        }}
      />
      <span class="kbm-quiet">{verify.drop}</span>
    </label>
  );
}
