const warn = (event: BeforeUnloadEvent) => event.preventDefault();

/** While it holds, the browser asks before it leaves the page. Returns what ends it. */
export function warnBeforeLeaving(): () => void {
  window.addEventListener("beforeunload", warn);
  return () => window.removeEventListener("beforeunload", warn);
}
