import { useEffect, useState } from "preact/hooks";
import type { OpenGaps } from "../../history/targets/open-gaps";
import { type AcceptanceDesk, AcceptanceOffer, type OfferSurroundings } from "./acceptance-offer";

interface AcceptanceOffersProps extends OfferSurroundings {
  open: readonly OpenGaps[];
}

/** What will be missing the next time too can be accepted, each target by itself, or it is told who may. Nothing where there is none. */
export function AcceptanceOffers({ open, desk, messages }: AcceptanceOffersProps) {
  const may = useMayAccept(desk, open.length > 0);
  if (open.length === 0 || may === undefined) return null;
  if (!may) return <p class="kbm-acceptance">{messages.acceptance.askManager}</p>;
  return (
    <div class="kbm-acceptance">
      {open.map(({ target, gaps }) => (
        <AcceptanceOffer key={target.recordId} {...{ target, gaps, desk, messages }} />
      ))}
    </div>
  );
}

/** `undefined` until it is known. */
function useMayAccept(desk: AcceptanceDesk, isAsked: boolean): boolean | undefined {
  const [may, setMay] = useState<boolean>();
  useEffect(() => {
    if (isAsked) void desk.mayAccept().then(setMay);
  }, [isAsked]);
  return may;
}
