import type { HistoryView } from "./history-view";

/** Why a run or a restore does not fit the chain; nothing of one that does. */
export function ChainDoubt({ kind, view }: { kind: ReturnType<HistoryView["chainOf"]>; view: HistoryView }) {
  if (kind === "fits" || kind === "unknown") return null;
  return <span class="kbm-field-error">{view.messages.chain.misfit[kind]}</span>;
}
