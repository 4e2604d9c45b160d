import { useEffect, useRef } from "preact/hooks";

/** Focus goes to the element when it appears: what had the focus before it is gone. */
export function useFocusOnce<Kind extends HTMLElement>() {
  const element = useRef<Kind>(null);
  useEffect(() => {
    // After a frame, because kintone's dialog shows its body only when it has been drawn.
    const frame = requestAnimationFrame(() => element.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, []);
  return element;
}
