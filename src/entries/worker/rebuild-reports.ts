import type { SetProgress } from "../../restore/apps/records/set-world";
import { AFTER_RECORDS, type RebuildProgress, STEPS } from "../../restore/apps/step";
import type { RebuildingProgress } from "../../screens/rebuild/rebuild-desk";
import type { RebuildMessages } from "../../screens/text/rebuild/language";

interface Reported {
  withoutRecords: boolean;
  requests: () => number;
}

/** In the order in which they are taken. */
export const stepsOf = ({ withoutRecords }: { withoutRecords: boolean }): ReadonlyArray<RebuildProgress["step"]> => [
  ...STEPS.filter((step) => !AFTER_RECORDS.has(step)),
  ...(withoutRecords ? [] : (["records"] as const)),
  ...AFTER_RECORDS,
];

/** How far it is, in words: at which of all steps, and with what of it. */
export function rebuildReports(
  { rebuild, records: words }: RebuildMessages,
  { withoutRecords, requests }: Reported,
  report: (progress: RebuildingProgress) => void,
) {
  const steps = stepsOf({ withoutRecords });
  return {
    ofApps({ step, apps }: RebuildProgress): void {
      const at = steps.includes(step) ? { at: { step: steps.indexOf(step) + 1, of: steps.length } } : {};
      report({
        step: rebuild.step[step],
        ...at,
        amount: apps,
        records: undefined,
        lookedFor: undefined,
        requests: requests(),
      });
    },
    ofRecords({ app, step, records, lookedFor }: SetProgress): void {
      report({ amount: records, lookedFor, records: `${app}: ${words.step[step]}`, requests: requests() });
    },
  };
}
