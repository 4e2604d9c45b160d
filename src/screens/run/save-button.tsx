import { useState } from "preact/hooks";
import type { Messages } from "../text/run/messages";

interface SaveButtonProps {
  text: string;
  /** What a screen reader says where the text alone would not tell which file is meant. It contains the text's words. */
  label?: string;
  messages: Messages;
  save: () => void | Promise<void>;
}

/** Saves something, and says so when that fails. */
export function SaveButton({ text, label, messages, save }: SaveButtonProps) {
  const [state, setState] = useState<"ready" | "saving" | "failed">("ready");
  const press = async () => {
    setState("saving");
    try {
      await save();
      setState("ready");
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      <button
        type="button"
        class="kbm-button-small"
        {...(label !== undefined && { "aria-label": label })}
        disabled={state === "saving"}
        onClick={press}
      >
        {text}
      </button>
      <span role="status" class="kbm-field-error">
        {state === "failed" && messages.run.saveFailed}
      </span>
    </>
  );
}
