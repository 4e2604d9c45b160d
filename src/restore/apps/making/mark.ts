/** The most that an app's name may have (cybozu.dev, add-preview-app). */
const LONGEST_NAME = 64;

/** What tells an app that is being made from all others. */
export const markOf = (rebuildId: string, at: number): string => `${rebuildId}-${at + 1}`;

/** The name that an app has until it gets its own. */
export function withMark(name: string, mark: string): string {
  const room = LONGEST_NAME - mark.length - " []".length;
  return `${[...name].slice(0, Math.max(room, 0)).join("")} [${mark}]`;
}

export const hasMark = (name: string, mark: string): boolean => name.endsWith(`[${mark}]`);
