import type { App } from "../domain/app";
import type { Domain } from "../domain/domain";
import type { Property } from "../domain/form";
import type { Sentence } from "../errors/kintone-error";
import type { Value } from "../records/record";

/** The rules of a type of field: what it takes, what it answers, and how queries see it. */
export interface FieldType {
  /** What is stored when a request says "nothing". */
  readonly empty: Value;
  /** Takes the `value` of a request; what does not fit is reported, and what is returned then is not stored. */
  read(input: unknown, field: FieldBeingWritten): Value;
  /** The `value` of a response. `undefined` is a field that the record was never saved with. */
  show(value: Value | undefined, field: FieldShown): unknown;
  /** What a new record gets when the request does not name the field. */
  initial?(field: FieldBeingWritten): Value;
  /** What is wrong with a value that is about to be saved, whether the request named it or not. */
  faults?(value: Value | undefined, property: Property): Sentence[];
  /** Where "required" is reported below the field; without it "required" is never enforced. */
  readonly requiredAt?: "value" | "values" | "values.value";
  /** Undefined: cannot be queried. */
  readonly query?: QueryRules;
}

export interface QueryRules {
  readonly kind: Kind | ((property: Property) => Kind);
  readonly operators: ReadonlySet<string>;
  /** Names of functions that may stand on the right. */
  readonly functions: ReadonlySet<string>;
  /** May stand in `order by`. */
  readonly sortable: boolean;
}

/** How two values of a field compare. */
export type Kind = "number" | "text" | "words" | "choice" | "people" | "date" | "datetime" | "time";

export interface FieldBeingWritten {
  domain: Domain;
  app: App;
  recordId: number;
  property: Property;
  /** `record`, `records[3]`, or inside a table `record.明細.value[0].value`. */
  prefix: string;
  inTable: boolean;
  /** What the field held before. */
  previous: Value | undefined;
  writer: Writer;
  report(path: string, sentence: Sentence): void;
}

export interface FieldShown {
  domain: Domain;
  property: Property;
}

/** Whoever saves a record. */
export interface Writer {
  code: string;
  timezone: string;
  /** May set creator, modifier and times when adding (cybozu.dev add-record). */
  managesApp: boolean;
  /** A lookup copies only from an app that the writer may view. */
  maySee(app: App): boolean;
}

export const pathOf = (field: FieldBeingWritten, rest: string): string =>
  `${field.prefix}.${field.property.code}.${rest}`;

export const equality = ["=", "!=", "in", "not in"] as const;
export const order = [">", "<", ">=", "<="] as const;
export const search = ["like", "not like"] as const;
export const emptiness = ["is empty", "is not empty"] as const;

const none: ReadonlySet<string> = new Set();

export const rules = (
  kind: QueryRules["kind"],
  operators: readonly string[],
  sortable: boolean,
  functions: ReadonlySet<string> = none,
): QueryRules => ({ kind, operators: new Set(operators), functions, sortable });
