/**
 * As much of vitest as the contracts use, for places where vitest itself does not run: a page, a Worker. The bundle of
 * `checks.ts` has it in the place of `vitest`.
 */
type Work = () => unknown;

export interface Report {
  passed: string[];
  /** Each with its reason. */
  failed: string[];
}

const tests: Array<{ name: string; work: Work }> = [];
const before: Work[] = [];
const after: Work[] = [];

export const describe = (_name: string, define: () => void) => define();
export const test = (name: string, work: Work) => tests.push({ name, work });
export const beforeEach = (work: Work) => before.push(work);
export const afterEach = (work: Work) => after.push(work);

/** Values of JSON only. */
export function expect(actual: unknown) {
  const toEqual = (expected: unknown) => {
    const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (is !== should) throw new Error(`${is} instead of ${should}`);
  };
  return { toEqual, toBe: toEqual };
}

export async function runTests(): Promise<Report> {
  const report: Report = { passed: [], failed: [] };
  for (const { name, work } of tests) {
    try {
      for (const step of [...before, work, ...after]) await step();
      report.passed.push(name);
    } catch (error) {
      report.failed.push(`${name}: ${String(error)}`);
    }
  }
  return report;
}
