/** What only the command says of drills. Numbers come written out. */
export interface DrillCommandTexts {
  counts: (counts: Record<"expected" | "identical" | "explained" | "different" | "files", string>) => string;
  scratchApp: (name: string, appId: string) => string;
  /** What is to be done after one that did not pass. */
  action: string;
  report: (path: string) => string;
  remembered: (recordId: string) => string;
  /** Why nothing was begun. */
  token: string;
}
