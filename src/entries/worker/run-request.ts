import type { ParsedSettings } from "../../settings/migration";
import type { RunChoices } from "../wiring/run-options";
import type { PageVisit } from "./page-visit";

/** Everything that a run in the browser needs to know from the page. */
export interface BrowserRunRequest extends PageVisit {
  runId: string;
  startedAt: Date;
  /** Settings that cannot be read make a failed run, which is recorded as such. */
  settings: ParsedSettings;
  /** What was asked before it. */
  choices: RunChoices;
  /** Whether it goes on with what an earlier attempt left in this browser. */
  resumes?: true;
}
