import { useState } from "preact/hooks";
import { Button } from "../ui/button";
import { gapInWords, type WordsOfGaps } from "./gap-in-words";

interface OfferedGapsProps {
  id: string;
  /** What they are. */
  title: string;
  offered: readonly string[];
  messages: WordsOfGaps;
  onAccept: (gaps: readonly string[], reason: string) => void;
}

/** One reason serves for all that are ticked; without one, nothing is accepted. */
export function OfferedGaps({ id, title, offered, messages, onAccept }: OfferedGapsProps) {
  const { acceptance: text } = messages;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const gaps = offered.filter((gap) => chosen.has(gap));
  const choose = (gap: string, wanted: boolean) => {
    const next = new Set(chosen);
    if (wanted) next.add(gap);
    else next.delete(gap);
    setChosen(next);
  };
  return (
    <>
      <p>{title}</p>
      {offered.map((gap) => (
        <label key={gap} class="kbm-option">
          <input
            type="checkbox"
            checked={chosen.has(gap)}
            onChange={(event) => choose(gap, event.currentTarget.checked)}
          />{" "}
          {gapInWords(gap, messages)}
        </label>
      ))}
      <p>
        <label for={`${id}-reason`}>{text.reason}</label>{" "}
        <input
          id={`${id}-reason`}
          class="kbm-input"
          type="text"
          maxLength={200}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </p>
      <Button
        text={text.accept}
        disabled={gaps.length === 0 || reason.trim() === ""}
        onClick={() => {
          onAccept(gaps, reason.trim());
          setReason("");
        }}
      />
    </>
  );
}
