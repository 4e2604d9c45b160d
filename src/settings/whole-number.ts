import * as v from "valibot";
import { reason } from "./problem";

/**
 * A whole number, also as text, as an input field gives it; a Japanese keyboard may have made its digits full-width.
 */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  return v.pipe(
    v.union([v.number(), v.string()], (issue) =>
      reason(issue.input === null ? "required" : "not-a-number", { min, max }),
    ),
    v.rawTransform<number | string, number>(({ dataset, addIssue, NEVER }) => {
      const text = String(dataset.value).normalize("NFKC").trim();
      const refuse = (message: string) => {
        addIssue({ message });
        return NEVER;
      };
      if (text === "") return refuse(reason("required", { min, max }));
      if (!/^[+-]?\d+(\.0*)?$/.test(text)) return refuse(reason("not-a-number", { min, max }));
      const number = Number(text);
      return number < min || number > max ? refuse(reason("out-of-range", { min, max })) : number;
    }),
  );
}
