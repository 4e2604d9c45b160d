import { render } from "preact";
import type { BackupError } from "../../domain/errors";
import type { ChainVerdict } from "../../history/chain/verdict";
import type { InspectorMessages } from "../text/chain/language";
import { ChainPanel, type ChainState } from "./chain-panel";

interface ChainDialogOptions {
  messages: InspectorMessages;
  /** The page of a run's record. */
  urlOf: (recordId: string) => string;
  /** The dialog is gone, maybe before the check was over. */
  onClose: () => void;
}

/** The check as people see it. */
interface ChainView {
  /** So many runs were read by now. */
  read(runs: number): void;
  checked(verdict: ChainVerdict): void;
  failed(error: BackupError): void;
}

/** Opens the dialog, which says that the history is being read. It can be closed at any time: the check changes nothing. */
export async function openChainDialog({ messages, urlOf, onClose }: ChainDialogOptions): Promise<ChainView> {
  const body = document.createElement("div");
  body.className = "kbm-run";
  body.lang = messages.locale;
  const opener = document.activeElement;
  const dialog = await kintone.createDialog({
    title: messages.chain.title,
    body,
    showOkButton: false,
    showCancelButton: false,
    showCloseButton: true,
  });
  let open = true;
  const draw = (state: ChainState) => {
    if (open) render(<ChainPanel {...{ state, messages, urlOf }} onClose={() => dialog.close()} />, body);
  };
  draw({ kind: "reading", runs: 0 });
  void dialog.show().then(() => {
    open = false;
    render(null, body);
    // kintone does not say where the focus goes.
    if (opener instanceof HTMLElement) opener.focus();
    onClose();
  });
  return {
    read: (runs) => draw({ kind: "reading", runs }),
    checked: (verdict) => draw({ kind: "checked", verdict }),
    failed: (error) => draw({ kind: "failed", error }),
  };
}
