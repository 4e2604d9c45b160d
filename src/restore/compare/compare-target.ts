import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { endsTheRun } from "../../domain/errors";
import { toRestoreError } from "../archive-problem";
import { compareApp, type ComparisonOrder, type ComparisonParts } from "./compare-app";
import { compareForms } from "./compared-forms";
import type { ComparedTarget, RecordFinding, ToldApp } from "./comparison";
import { type DifferenceLine, findingLine, formLine, outcomeLine } from "./difference-lines";

/** Nobody reads more of one kind; the lines have all. */
const MOST_EXAMPLES = 20;

export interface TargetParts extends Omit<ComparisonParts, "found"> {
  /** Takes every difference, in order, as it is found. The next waits until it resolves. */
  tell: (line: DifferenceLine) => Promise<void>;
}

/** Compares one app of an archive with kintone. Rejects only with what would keep every other app from being compared, too. */
export async function compareTarget(
  archived: ArchivedTarget,
  { bytes, putBack }: Pick<ComparisonOrder, "putBack"> & { bytes: boolean },
  { tell, ...parts }: TargetParts,
): Promise<ComparedTarget> {
  const { appId, guestSpaceId, appName } = archived.facts;
  const app: ToldApp = { appId, appName, ...(guestSpaceId && { guestSpaceId }) };
  const examples: Record<RecordFinding["kind"], RecordFinding[]> = {
    ...{ missing: [], differs: [], explained: [], newer: [], surplus: [], unread: [] },
  };
  const compared = async (): Promise<Omit<ComparedTarget, "app">> => {
    const forms = await compareForms(archived, app, parts.source);
    if ("reason" in forms) return { obstacle: forms };
    for (const difference of forms.differences) await tell(formLine(app, difference));
    const found = async (finding: RecordFinding) => {
      const ofKind = examples[finding.kind];
      if (ofKind.length < MOST_EXAMPLES) ofKind.push(finding);
      await tell(findingLine(app, finding));
    };
    const order = { archived, app, forms, bytes, ...(putBack && { putBack }) };
    return { found: { comparison: await compareApp(order, { ...parts, found }), examples } };
  };
  const result: ComparedTarget = { app, ...(await compared().catch(obstacleIn(appId))) };
  await tell(outcomeLine(result));
  return result;
}

const obstacleIn = (app: string) => (thrown: unknown) => {
  const error = toRestoreError(thrown);
  if (endsTheRun(error)) throw error;
  return { obstacle: error.with({ app }) };
};
