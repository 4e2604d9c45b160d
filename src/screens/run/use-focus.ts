import { useEffect, useRef } from "preact/hooks";

/**
 * Focus goes to the element when it appears, and again when `change` changes: what had the focus before may be gone.
 *
 * @param within CSS selector of what in the element gets it instead
 */
export function useFocus<Kind extends HTMLElement>(change?: unknown, within?: string) {
  const element = useRef<Kind>(null);
  useEffect(() => {
    // After a frame, because kintone's dialog shows its body only when it has been drawn.
    const frame = requestAnimationFrame(() => {
      const place = within === undefined ? element.current : element.current?.querySelector<HTMLElement>(within);
      place?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [change, within]);
  return element;
}
