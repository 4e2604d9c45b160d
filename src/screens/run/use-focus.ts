import { useEffect, useRef } from "preact/hooks";

/** Focus goes to the element when it appears, and again when `change` changes: what had the focus before may be gone. */
export function useFocus<Kind extends HTMLElement>(change?: unknown) {
  const element = useRef<Kind>(null);
  useEffect(() => {
    // After a frame, because kintone's dialog shows its body only when it has been drawn.
    const frame = requestAnimationFrame(() => element.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [change]);
  return element;
}
