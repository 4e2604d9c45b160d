import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../domain/errors";
import type { OpenGaps } from "../../history/targets/open-gaps";
import { harmless } from "../text/harmless";
import { describeProblem } from "../text/run/problem-sentence";
import type { OfferSurroundings } from "./acceptance-offer";
import { AcceptanceOffers } from "./acceptance-offers";
import { gapInWords } from "./gap-in-words";

interface OpenGapsOptions extends OfferSurroundings {
  /** Rejects when they cannot be read. */
  read: () => Promise<readonly OpenGaps[]>;
}

/** Draws what can still be accepted of a run's gaps; returns what takes it away again. */
export function mountOpenGaps(place: HTMLElement, options: OpenGapsOptions): () => void {
  render(
    <div class="kbm-verify-panel">
      <OpenGapsPanel {...options} />
    </div>,
    place,
  );
  return () => render(null, place);
}

type Found = { open: readonly OpenGaps[]; may: boolean } | { error: BackupError };

function OpenGapsPanel({ messages, desk, read }: OpenGapsOptions) {
  const { acceptance: text } = messages;
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    void Promise.all([read(), desk.mayAccept()])
      .then(([open, may]): Found => ({ open, may }))
      .catch((thrown: unknown): Found => ({ error: toBackupError(thrown) }))
      .then(setFound);
  }, []);

  if (!found) return null;
  if ("error" in found) {
    return (
      <p class="kbm-notice kbm-notice-error" role="alert">
        {describeProblem(messages, { error: found.error })}
      </p>
    );
  }
  const { open, may } = found;
  if (open.length === 0) return <p>{text.nothingOpen}</p>;
  const named = (gaps: readonly string[]) => gaps.map((gap) => gapInWords(gap, messages));
  return (
    <>
      <AcceptanceOffers {...{ open, desk, messages }} />
      {!may && (
        <ul>
          {open.map(({ target, gaps }) => (
            <li key={target.recordId}>{text.missing(harmless(target.appName || target.appId), named(gaps))}</li>
          ))}
        </ul>
      )}
    </>
  );
}
