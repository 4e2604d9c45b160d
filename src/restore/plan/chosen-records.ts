import { archivedRecords, recordIn } from "../../archive/reading/archived-records";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf } from "../../archive/records/understood";
import { compileCondition, problemsOf } from "../../query/compile-condition";
import type { QueryContext } from "../../query/context";
import { parseCondition } from "../../query/parse-condition";
import { QueryError, type QueryProblem } from "../../query/query-error";
import type { RecordTest } from "../../query/record-test";
import type { RecordSelection } from "./restore-choices";

/** What a selection came to. */
export interface ChosenRecords {
  /** The archive's ids; absent when all are meant. Ids that somebody chose by themselves are among them, whether the archive has them or not. */
  ids?: ReadonlySet<string>;
  /** Ids that somebody chose, and that the archive does not have. */
  unknown: readonly string[];
  /** Why the condition cannot be answered; then nothing is chosen. */
  problems: readonly QueryProblem[];
}

/**
 * Finds out which records a selection means. Reads the archive once where it names some, and asks nothing of kintone. Rejects as
 * `archivedRecords` does.
 *
 * @param form the archive's, under the archive's codes
 */
export async function chosenRecords(
  archived: ArchivedTarget,
  form: FormFields,
  selection: RecordSelection | undefined,
  context: QueryContext | undefined,
): Promise<ChosenRecords> {
  const { ids, condition, changed } = selection ?? {};
  if (ids === undefined && condition === undefined && changed === undefined) return { unknown: [], problems: [] };
  const tests: RecordTest[] = [];
  if (condition !== undefined) {
    const compiled = compiledCondition(condition, form, context);
    if ("problems" in compiled) return { ids: new Set(), unknown: [], problems: compiled.problems };
    tests.push(compiled.test);
  }
  if (changed) tests.push(changedBetween(changed, form));
  const named = ids && new Set(ids);
  const unknown = new Set(ids);
  const chosen = new Set<string>();
  try {
    for await (const records of archivedRecords(archived)) {
      for (const { id, line } of records) {
        unknown.delete(id);
        if (named && !named.has(id)) continue;
        if (tests.length === 0 || isMet(tests, recordIn(line))) chosen.add(id);
      }
    }
  } catch (thrown) {
    if (thrown instanceof QueryError) return { ids: new Set(), unknown: [], problems: [thrown.problem] };
    throw thrown;
  }
  // A record of the app alone has no last change in the archive, and meets no condition there.
  if (tests.length === 0) for (const id of unknown) chosen.add(id);
  return { ids: chosen, unknown: [...unknown], problems: [] };
}

const isMet = (tests: readonly RecordTest[], record: KintoneRecord) => tests.every((test) => test(record));

function compiledCondition(
  text: string,
  form: FormFields,
  context: QueryContext | undefined,
): { test: RecordTest } | { problems: QueryProblem[] } {
  if (!context) throw new RangeError("A condition needs to know what time it is");
  try {
    const condition = parseCondition(text);
    const problems = problemsOf(condition, form, context);
    return problems.length > 0 ? { problems } : { test: compileCondition(condition, form, context) };
  } catch (thrown) {
    if (thrown instanceof QueryError) return { problems: [thrown.problem] };
    throw thrown;
  }
}

/** By the field that has the time of the last change, whatever it is called. */
function changedBetween({ from, to }: NonNullable<RecordSelection["changed"]>, { properties }: FormFields): RecordTest {
  const code = Object.values(properties).find(({ type }) => type === "UPDATED_TIME")?.code ?? "";
  const [first, end] = [
    from === undefined ? -Infinity : Date.parse(from),
    to === undefined ? Infinity : Date.parse(to),
  ];
  return (record) => {
    const at = Date.parse(String(cellOf(record, code)?.value));
    if (Number.isNaN(at)) {
      throw new QueryError("VALUE_MISSING", 0, { field: code, record: String(record.$id?.value ?? "") });
    }
    return at >= first && at < end;
  };
}
