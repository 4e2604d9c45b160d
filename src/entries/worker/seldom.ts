const MILLISECONDS_BETWEEN = 100;

/** Whatever is read tells of every piece; nobody can look so often. */
export function seldom<Progress>(report: (progress: Progress) => void): (progress: Progress) => void {
  let last = 0;
  return (progress) => {
    const now = Date.now();
    if (now - last < MILLISECONDS_BETWEEN) return;
    last = now;
    report(progress);
  };
}
