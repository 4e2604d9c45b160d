import type { DomainList } from "../archive/domain-lists";
import type { Rule } from "./rule";

/**
 * What can go wrong, in words that do not depend on where it went wrong. Each code has a sentence in every
 * language of `screens/text`; the compiler finds a missing one.
 */
export type ErrorCode =
  | "SETTINGS_UNREADABLE"
  | "NO_TARGETS"
  | "TARGET_INCOMPLETE"
  | "TARGET_GONE"
  | "TARGET_DISABLED"
  | "TARGET_RETYPED"
  | "RULE_INCOMPLETE"
  | "RULE_EMPTY"
  | "RULE_NOT_LISTED"
  | "RULES_NOT_PREPARED"
  | "RULE_APPS_NEW"
  | "RULE_APPS_GONE"
  | "RULE_GONE"
  | "APP_NOT_FOUND"
  | "RECORD_NOT_FOUND"
  | "NO_PERMISSION"
  | "WRONG_SPACE"
  | "QUERY_REFUSED"
  | "SETTING_OUTDATED"
  | "SESSION_EXPIRED"
  | "LOGIN_REFUSED"
  | "TOKEN_REFUSED"
  | "TOO_MANY_REQUESTS"
  | "UNAVAILABLE"
  | "NETWORK"
  | "UNREACHABLE"
  | "TIMED_OUT"
  | "ANSWER_TOO_LARGE"
  | "BAD_RESPONSE"
  | "NOT_KINTONE"
  | "REFUSED"
  | "SETTINGS_NOT_READABLE"
  | "SETTING_NOT_UNDERSTOOD"
  | "FIELD_NOT_READABLE"
  | "RECORDS_MAY_BE_HIDDEN"
  | "EXCLUDED_FIELD_UNKNOWN"
  | "IDENTIFIER_UNDECIDED"
  | "FORM_CHANGED"
  | "COUNT_MISMATCH"
  | "OVER_BUDGET"
  | "COMMENTS_TAKEN_OVER"
  | "NOT_IN_CSV"
  | "DOMAIN_NOT_READABLE"
  | "DOMAIN_CHANGING"
  | "FILE_GONE"
  | "FILE_SIZE_MISMATCH"
  | "ENTRY_TOO_LARGE"
  | "NO_SPACE"
  | "ARCHIVE_DAMAGED"
  | "WORKSPACE_FAILED"
  | "DELIVERY_FAILED"
  | "BROWSER_TOO_OLD"
  | "NO_PRIVATE_STORAGE"
  | "RUN_SILENT"
  | "HISTORY_UNWRITABLE"
  | "HISTORY_REFUSED"
  | "HISTORY_FILE_CHANGED"
  | "ADDED_TWICE"
  | "ANOTHER_RUN"
  | "CANCELLED"
  | "UNEXPECTED";

/** What is between this machine and kintone, or in kintone's place. */
export type Obstacle =
  | "certificate"
  | "name"
  | "name-server"
  | "refused"
  | "no-route"
  | "no-answer"
  | "no-tls"
  | "proxy"
  | "basic-authentication"
  | "access-restriction"
  | "redirect"
  | "website";

/** Why a place for archives did not take one. */
export type Refusal =
  /** A file of that name is there already; there is no such folder; it is not to be written to. */
  | ("taken" | "no-folder" | "not-writable")
  /** rclone is not there, or too old; it knows no such remote; its configuration asks for a password. */
  | ("no-program" | "old-program" | "no-remote" | "config-locked")
  /** A service does not let it in, is not reached, or refuses for a reason of its own, in its words. */
  | ("denied" | "not-reached" | "refused")
  /** Of S3: there are no keys, or wrong ones; no such bucket, or in another region; the clock of this machine; no Object Lock. */
  | ("no-keys" | "wrong-keys" | "no-bucket" | "other-region" | "clock" | "no-lock");

/** Where in a run it happened. */
export type Step =
  | "targets"
  | "settings"
  | "records"
  | "attachments"
  | "comments"
  | "domain"
  | "pack"
  | "verify"
  | "deliver"
  | "history";

/** To what it happened. Only what is known is present; ids are kintone's, as strings. */
export interface ErrorFacts {
  app?: string;
  /** A target that stands for several apps, and those of them that it is about. */
  rule?: Rule;
  apps?: ReadonlyArray<{ appId: string; appName: string }>;
  appName?: string;
  record?: string;
  field?: string;
  file?: string;
  guestSpaceId?: string;
  /** Names of settings endpoints. */
  settings?: string[];
  /** What of the domain it is about. */
  lists?: DomainList[];
  /** Ids of spaces. */
  spaces?: string[];
  /** The ways into a setting's answer that could not be followed, in JSONPath; the first ones. */
  parts?: string[];
  /** Why records may be hidden: permissions say so, the user may not see them, or they changed while records were read. */
  hidden?: "rules" | "unknown" | "changed";
  /** Tells these record permissions from others: the beginning of a digest. */
  rules?: string;
  /** What kind of content came from somebody who is not kintone's API: `text/html`. */
  contentType?: string;
  /** Why kintone was not reached, and where it was looked for. */
  obstacle?: Obstacle;
  host?: string;
  /** It was an API token that lacks the right. */
  ofToken?: true;
  /** An entry of the archive, or a volume. */
  path?: string;
  /** By its name, which of several places for archives it is about. */
  place?: string;
  /** Why a place did not take it, where people can be told what to do. */
  refusal?: Refusal;
  /** What the service or the program of a place said, as one line. */
  said?: string;
  /** What a place or the network called its reason: `ESTALE`, `InvalidStateError`, `CERT_HAS_EXPIRED`. What a browser lacks, by name, for `BROWSER_TOO_OLD`. */
  reason?: string;
  /** The run can be continued, for `RUN_SILENT`. */
  resumable?: true;
  expected?: number;
  actual?: number;
  /** Who made it a target no more, and when, for `TARGET_GONE` and `TARGET_DISABLED`. When the oldest were read, for `COMMENTS_TAKEN_OVER`. Who runs the other run, for `ANOTHER_RUN`, and since when (ISO, UTC); for `HISTORY_REFUSED`, whose run it would have been. */
  operator?: string;
  since?: string;
  /** No backup but a restore: the other run of `ANOTHER_RUN`; what was refused or cancelled. */
  restores?: true;
  /** What there has to be for the history to take a run, for `HISTORY_REFUSED`: a right in its app, the app, its fields. */
  lacking?: "view" | "add" | "edit" | "app" | "fields";
  /** Ids of records that are there a second time, for `ADDED_TWICE`. */
  again?: string[];
  /** kintone refused it as only those who manage the app may write it. */
  managersOnly?: true;
}

/** kintone's own words: the status of the answer and its error body, when it had one. */
export interface KintoneAnswer {
  status: number;
  code?: string;
  /** kintone's id of this one error, which Cybozu's support asks for. */
  id?: string;
  message?: string;
  /** What is wrong with which parameter: path to kintone's sentences. */
  errors?: Record<string, string[]>;
}

interface BackupErrorOptions {
  facts?: ErrorFacts;
  answer?: KintoneAnswer;
  retryable?: boolean;
  divisible?: boolean;
  step?: Step;
  cause?: unknown;
}

/**
 * The one error of this project. `message` is for developers; people read what `screens/text` makes of `code`, `facts`
 * and `answer`. Two verdicts are those of the room that threw it: `retryable`, may the same request succeed a little later? And
 * `divisible`, may one succeed that asks for less?
 */
export class BackupError extends Error {
  override readonly name = "BackupError";
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;
  readonly answer: KintoneAnswer | undefined;
  readonly retryable: boolean;
  readonly divisible: boolean;
  /** Where it happened, when whoever threw it knows better than whoever books it. */
  readonly step: Step | undefined;

  constructor(code: ErrorCode, message: string, options: BackupErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.facts = options.facts ?? {};
    this.answer = options.answer;
    this.retryable = options.retryable ?? false;
    this.divisible = options.divisible ?? false;
    this.step = options.step;
  }

  /** The same error, with what the caller knows about where it happened added. */
  with(facts: ErrorFacts): BackupError {
    return this.#copy({ facts: { ...facts, ...this.facts } });
  }

  /** The same error, about these settings only. */
  aboutSettings(settings: string[]): BackupError {
    return this.#copy({ facts: { ...this.facts, settings } });
  }

  /** The same error, said to have happened in that step. */
  at(step: Step): BackupError {
    return this.#copy({ step });
  }

  #copy(changes: BackupErrorOptions): BackupError {
    const { facts, retryable, divisible, step, answer, cause } = this;
    return new BackupError(this.code, this.message, {
      ...{ facts, retryable, divisible, cause },
      ...(answer && { answer }),
      ...(step && { step }),
      ...changes,
    });
  }
}

/** Whatever was thrown, as a `BackupError`: a bug or an unknown failure becomes `UNEXPECTED` and keeps its cause. */
export function toBackupError(thrown: unknown): BackupError {
  if (thrown instanceof BackupError) return thrown;
  return new BackupError("UNEXPECTED", thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}

/** The reason that a run's signal must be aborted with. Only this is a cancellation; any other abort is a failure. */
export function cancelledByUser(): BackupError {
  return new BackupError("CANCELLED", "The run was cancelled");
}

const ENDING: ReadonlySet<ErrorCode> = new Set([
  ...(["CANCELLED", "SESSION_EXPIRED", "LOGIN_REFUSED", "UNREACHABLE"] as const),
  // The place where the files of the run are, or are to go, takes no more, whatever its reason is.
  ...(["NO_SPACE", "WORKSPACE_FAILED", "DELIVERY_FAILED"] as const),
]);

/** Whether going on with other files or other targets is pointless: it would only meet the same error again. */
export function endsTheRun({ code, step }: BackupError): boolean {
  if (step === "pack" || step === "verify") return true; // the archive itself cannot be written
  return ENDING.has(code);
}
