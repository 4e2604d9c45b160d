import { dropDown, multipleChoice, radioButton } from "./choice";
import { date, dateTime, systemTime, time } from "./date-time";
import { equality, order, rules } from "./field-type";
import type { FieldType } from "./field-type";
import { file } from "./file";
import { calc, number } from "./number";
import { groupSelect, organizationSelect, person, userSelect } from "./people";
import { subtable } from "./subtable";
import { link, multiLineText, richText, singleLineText } from "./text";

/** A value that the domain gives and no request changes. */
const given: FieldType = { empty: "", read: (_, field) => field.previous ?? "", show: (value) => value ?? "" };

/** Every type that has a value in records. */
export const fieldTypes: Record<string, FieldType> = {
  RECORD_NUMBER: { ...given, query: rules("number", [...equality, ...order], true) },
  CREATOR: person,
  CREATED_TIME: systemTime,
  MODIFIER: person,
  UPDATED_TIME: systemTime,
  STATUS: { ...given, query: rules("choice", equality, true) },
  STATUS_ASSIGNEE: { ...userSelect, read: given.read },
  CATEGORY: { ...given, empty: [], show: (value) => value ?? [] },
  SINGLE_LINE_TEXT: singleLineText,
  MULTI_LINE_TEXT: multiLineText,
  RICH_TEXT: richText,
  LINK: link,
  NUMBER: number,
  CALC: calc,
  RADIO_BUTTON: radioButton,
  DROP_DOWN: dropDown,
  CHECK_BOX: multipleChoice,
  MULTI_SELECT: multipleChoice,
  DATE: date,
  TIME: time,
  DATETIME: dateTime,
  USER_SELECT: userSelect,
  ORGANIZATION_SELECT: organizationSelect,
  GROUP_SELECT: groupSelect,
  FILE: file,
  SUBTABLE: subtable,
};
