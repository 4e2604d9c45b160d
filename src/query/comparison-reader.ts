import type { Comparison, Operand, Operator } from "./query";
import type { TokenReader } from "./token-reader";

const SIGNS: readonly string[] = ["=", "!=", ">", "<", ">=", "<="] satisfies Operator[];

/** Numbers need no quotation marks; all else does. */
const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/;

/** `field operator value`. */
export function readComparison(reader: TokenReader): Comparison {
  const { position } = reader.look();
  const field = readField(reader);
  const operator = readOperator(reader);
  return { kind: "comparison", field, operator, operands: readOperands(reader, operator), position };
}

/** Any word: which field codes there are is a matter of the form, and `like` may be one. */
export function readField(reader: TokenReader): string {
  if (reader.look().kind !== "word") reader.refuse("field");
  return reader.next().text;
}

function readOperator(reader: TokenReader): Operator {
  const { kind, text } = reader.look();
  if (kind === "sign" && SIGNS.includes(text)) return reader.next().text as Operator;
  if (reader.took("in")) return "in";
  if (reader.took("like")) return "like";
  if (reader.took("not", "in")) return "not in";
  if (reader.took("not", "like")) return "not like";
  if (reader.took("is", "not")) return readEmpty(reader, "is not empty");
  if (reader.took("is")) return readEmpty(reader, "is empty");
  return reader.refuse("operator");
}

function readEmpty(reader: TokenReader, operator: Operator): Operator {
  return reader.took("empty") ? operator : reader.refuse("empty");
}

function readOperands(reader: TokenReader, operator: Operator): Operand[] {
  if (operator === "is empty" || operator === "is not empty") return [];
  if (operator !== "in" && operator !== "not in") return [readOperand(reader)];
  reader.takeSign("(", "list");
  const operands = [readOperand(reader)];
  while (reader.tookSign(",")) operands.push(readOperand(reader));
  reader.takeSign(")", "list-end");
  return operands;
}

function readOperand(reader: TokenReader): Operand {
  const { kind, text, position } = reader.look();
  const isCall = kind === "word" && reader.look(1).text === "(" && reader.look(1).kind === "sign";
  if (!isCall && kind !== "text" && !(kind === "word" && NUMBER.test(text))) reader.refuse("value");
  reader.next();
  return isCall
    ? { kind: "function", name: text.toUpperCase(), arguments: readArguments(reader), position }
    : { kind: "value", text, position };
}

function readArguments(reader: TokenReader): string[] {
  reader.takeSign("(", "list");
  if (reader.tookSign(")")) return [];
  const words = [readArgument(reader)];
  while (reader.tookSign(",")) words.push(readArgument(reader));
  reader.takeSign(")", "list-end");
  return words;
}

function readArgument(reader: TokenReader): string {
  return reader.look().kind === "word" ? reader.next().text.toUpperCase() : reader.refuse("argument");
}
