import { BackupError } from "./errors";

/** An error as plain data: structured clone and JSON keep an Error's message at most. */
export type PlainError = Pick<BackupError, "code" | "message" | "facts" | "retryable"> &
  Partial<Pick<BackupError, "answer" | "divisible" | "step">>;

export function plainError({ code, message, facts, retryable, divisible, answer, step }: BackupError): PlainError {
  return {
    ...{ code, message, facts, retryable },
    ...(divisible && { divisible }),
    ...(answer && { answer }),
    ...(step && { step }),
  };
}

/** The error again, without its cause. */
export function errorOf({ code, message, answer, step, ...known }: PlainError): BackupError {
  return new BackupError(code, message, { ...known, ...(answer && { answer }), ...(step && { step }) });
}
