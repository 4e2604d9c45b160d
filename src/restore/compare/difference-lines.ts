import { BackupError, type ErrorCode, type ErrorFacts } from "../../domain/errors";
import type { AppIdentity, ComparedTarget, Comparison, RecordFinding, ToldApp } from "./comparison";
import type { FormDifference } from "./form-differences";

/** What every line has: which app it is about. */
interface OfApp {
  app: string;
  guestSpace?: string;
}

/** An error as a program reads it: without what is for developers, which may name a path of this machine. */
export type TellingError = {
  code: ErrorCode;
  facts: ErrorFacts;
  kintone?: { status: number; code?: string; message?: string };
};

/**
 * A difference as a line of JSON, for programs: what the members are called stays (docs/guides/operator.md). The last line of an app is
 * `compared` or `not-compared`: without it, the comparison did not come to its end.
 */
export type DifferenceLine = OfApp &
  (
    | ({ kind: "form" } & FormLine)
    | Exclude<RecordFinding, { kind: "unread" }>
    | { kind: "unread"; id: string; error: TellingError }
    | ({ kind: "compared" } & Pick<Comparison, "counts" | "condition" | "mayBeHidden"> & { excludedFields: string[] })
    | { kind: "not-compared"; reason: string; archived?: AppIdentity; present?: AppIdentity; error?: TellingError }
  );

/** A form's difference has a kind of its own. */
type FormLine = FormDifference extends infer Each
  ? Each extends { kind: infer Kind }
    ? Omit<Each, "kind"> & { difference: Kind }
    : never
  : never;

const ofApp = ({ appId, guestSpaceId }: ToldApp): OfApp => ({
  app: appId,
  ...(guestSpaceId && { guestSpace: guestSpaceId }),
});

export function formLine(app: ToldApp, { kind: difference, ...rest }: FormDifference): DifferenceLine {
  return { ...ofApp(app), kind: "form", difference, ...rest } as DifferenceLine;
}

export function findingLine(app: ToldApp, finding: RecordFinding): DifferenceLine {
  if (finding.kind !== "unread") return { ...ofApp(app), ...finding };
  return { ...ofApp(app), ...finding, error: toldError(finding.error) };
}

export function outcomeLine({ app, found, obstacle }: ComparedTarget): DifferenceLine {
  if (found) {
    const { counts, condition, mayBeHidden, form } = found.comparison;
    const excludedFields = [...form.excluded];
    return { ...ofApp(app), kind: "compared", counts, condition, excludedFields, ...(mayBeHidden && { mayBeHidden }) };
  }
  const refused = { ...ofApp(app), kind: "not-compared" } as const;
  if (obstacle instanceof BackupError) return { ...refused, reason: "error", error: toldError(obstacle) };
  if (obstacle?.reason !== "another-app") return { ...refused, reason: obstacle?.reason ?? "unknown" };
  const { reason, archived, present } = obstacle;
  return { ...refused, reason, archived, present };
}

export function toldError({ code, facts, answer }: BackupError): TellingError {
  if (!answer) return { code, facts };
  const { status, code: kintones, message } = answer;
  return { code, facts, kintone: { status, ...(kintones && { code: kintones }), ...(message && { message }) } };
}
