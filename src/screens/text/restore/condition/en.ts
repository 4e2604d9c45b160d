import type { ConditionMessages } from "./messages";

export const condition: ConditionMessages = {
  locale: "en",
  expected: {
    field: "a field code",
    operator: "an operator such as = or in",
    value: "a value in quotation marks, or a number",
    list: "a list in parentheses",
    "list-end": "a comma or the closing parenthesis",
    argument: "an argument of the function",
    empty: `"empty"`,
    number: "a number",
    "group-end": "the closing parenthesis",
    "and-or": `"and" or "or"`,
    end: "the end of the condition",
  },
  end: "the end",
  at: (sentence, position) => `${sentence} (at character ${position})`,
  problem: {
    UNEXPECTED: ({ found }, _type, expected) => `Instead of ${found} there should be ${expected}.`,
    UNFINISHED_TEXT: () => "A text lacks its closing quotation mark.",
    CONTROL_CHARACTER: () => String.raw`A text holds a line break or a tab as such; write \n or \t.`,
    UNKNOWN_ESCAPE: ({ found }) => `There is no such sign as ${found}; a backslash itself is written twice.`,
    TOO_DEEP: ({ max }) => `There are more than ${max} parentheses in one another.`,
    UNKNOWN_FIELD: ({ field }) => `The archive's form has no field with the code "${field}".`,
    FIELD_NOT_IN_USE: ({ field }) => `The archive's app did not use "${field}".`,
    TYPE_NOT_SEARCHABLE: ({ field }, type) => `No condition can ask for "${field}" (${type}).`,
    RELATED_RECORDS: ({ field }) => `"${field}" is about related records, which are in no archive.`,
    OPERATOR_NOT_FOR_TYPE: ({ field, operator, operators }, type) =>
      `"${field}" (${type}) cannot be asked with "${operator}", but with: ${operators.join(", ")}.`,
    OPERATOR_NOT_IN_TABLE: ({ field, operator, operators }) =>
      `"${field}" is in a table and cannot be asked with "${operator}", but with: ${operators.join(", ")}.`,
    UNKNOWN_FUNCTION: ({ function: name }) => `There is no function ${name}().`,
    FUNCTION_NOT_FOR_TYPE: ({ function: name, field }, type) => `${name}() is not for "${field}" (${type}).`,
    FUNCTION_ARGUMENTS: ({ function: name }) => `${name}() does not take these arguments.`,
    NEEDS_ORGANIZATION: ({ function: name }) =>
      `${name}() cannot be answered: whose primary organization it is, no archive tells.`,
    NEEDS_LOGIN_USER: ({ function: name }) => `${name}() cannot be answered: nobody is logged in.`,
    FILE_CONTENTS: ({ field }) => `What is written in the files of "${field}" is not searched here.`,
    CALCULATED_TIME: ({ field }) => `"${field}" is a calculated date or time, which is not compared here.`,
    UNKNOWN_OPTION: ({ field, value }) => `"${field}" has no option "${value}" in the archive.`,
    VALUE_NOT_UNDERSTOOD: ({ field, value }, type) => `"${value}" is no value for "${field}" (${type}).`,
    EMPTY_HAS_NO_ORDER: ({ operator }) => `Nothing is larger or smaller than nothing: "${operator}" needs a value.`,
    NO_KEYWORD: ({ value }) => `"${value}" has nothing in it that could be looked for.`,
    TOO_MANY_KEYWORDS: ({ max }) => `More than ${max} words cannot be looked for at a time.`,
    VALUE_MISSING: ({ field, record }) =>
      `Record ${record} has no value of "${field}" in the archive: it was left out, or hidden from who made the backup.`,
  },
};
