export interface AcceptanceMessages {
  /** What `domain/accepted-gap.ts` names. */
  setting: (name: string) => string;
  field: (code: string) => string;
  hiddenRecords: Record<"rules" | "unknown", string>;
  reason: string;
  accept: string;
  /** On what a run has ended with: what opens the choice, for those who manage the app. */
  offer: (app: string) => string;
  offerHint: string;
  /** For everybody else: whom to ask. */
  askManager: string;
  /** On the record of a run: nothing of it can be accepted any more. */
  nothingOpen: string;
  /** Before what the user cannot accept. */
  missing: (app: string, gaps: readonly string[]) => string;
  /** What came of it. */
  accepted: (gaps: readonly string[]) => string;
  changed: string;
  gone: string;
  failed: (problem: string) => string;
}
