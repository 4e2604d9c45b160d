import { quantitiesIn } from "../quantities";

const { number } = quantitiesIn("en");

/** "1 field", "2 fields". */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}
