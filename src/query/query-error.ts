/** What could have stood where something else was found. */
export type Expected =
  | "field"
  | "operator"
  | "value"
  | "list"
  | "list-end"
  | "argument"
  | "empty"
  | "number"
  | "group-end"
  | "and-or"
  | "end";

export type QueryProblemCode =
  /** Something else stands there than the grammar wants: `found`, `expected`. */
  | "UNEXPECTED"
  /** A text without its closing quotation mark. */
  | "UNFINISHED_TEXT"
  /** A line break, a tab or the like in a text, where kintone wants `\n`, `\t`. */
  | "CONTROL_CHARACTER"
  /** A backslash before something that needs none. */
  | "UNKNOWN_ESCAPE"
  /** More parentheses in each other than anybody writes. */
  | "TOO_DEEP"
  /** The form has no such field. */
  | "UNKNOWN_FIELD"
  /** The form has it, and the app does not use it: a status without process management. */
  | "FIELD_NOT_IN_USE"
  /** No condition can ask for a field of this type: a table as a whole, a category. */
  | "TYPE_NOT_SEARCHABLE"
  /** Related records are looked up when they are shown; an archive has none. */
  | "RELATED_RECORDS"
  | "OPERATOR_NOT_FOR_TYPE"
  /** `=` and `!=` are not for fields in tables; `in` and `not in` are. */
  | "OPERATOR_NOT_IN_TABLE"
  | "UNKNOWN_FUNCTION"
  | "FUNCTION_NOT_FOR_TYPE"
  | "FUNCTION_ARGUMENTS"
  /** The primary organization of a user is in no archive. */
  | "NEEDS_ORGANIZATION"
  /** Nobody is logged in here. */
  | "NEEDS_LOGIN_USER"
  /** kintone searches what is written in attached files as well; this cannot be done here. */
  | "FILE_CONTENTS"
  /** A calculated field that shows a date or a time: how kintone compares those is not known. */
  | "CALCULATED_TIME"
  | "UNKNOWN_OPTION"
  /** Not a number, a date, a time: `value`. */
  | "VALUE_NOT_UNDERSTOOD"
  /** Nothing is larger or smaller than nothing: `number > ""`. */
  | "EMPTY_HAS_NO_ORDER"
  /** Nothing is left to look for when the signs that kintone drops are gone. */
  | "NO_KEYWORD"
  | "TOO_MANY_KEYWORDS"
  /** A record has no value of a field that the form has: left out of the archive, or hidden from whoever made it. */
  | "VALUE_MISSING";

/** What a sentence about the problem can name. Only what applies is present. */
export interface QueryFacts {
  /** As it stands in the text; empty: the end of the text. */
  found?: string;
  expected?: Expected;
  field?: string;
  /** kintone's name of the field's type. */
  type?: string;
  operator?: string;
  /** What the type takes instead. */
  operators?: readonly string[];
  function?: string;
  value?: string;
  /** The largest number that is allowed. */
  max?: number;
  /** The id of a record. */
  record?: string;
}

export interface QueryProblem {
  code: QueryProblemCode;
  /** Where in the text, counted from 0. */
  position: number;
  facts: QueryFacts;
}

/** The one error of this room. */
export class QueryError extends Error {
  override readonly name = "QueryError";
  readonly problem: QueryProblem;

  constructor(code: QueryProblemCode, position: number, facts: QueryFacts = {}) {
    super(`${code} at ${position} ${JSON.stringify(facts)}`);
    this.problem = { code, position, facts };
  }
}
