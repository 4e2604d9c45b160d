import { EXIT } from "./exit";

/** What came of a check, in words, or why it could not be carried out, and what came of it until then. */
export type Checked = { sound: boolean; report: string } | { unusable: string; report?: string };

/** What came of a verb that may change something, in words: the result, and what stood in its way. */
export interface Done {
  /** As in `EXIT`, or `RESTORE_EXIT`. */
  code: number;
  report?: string;
  told?: string;
}

/** As the host has them. */
interface Outputs {
  print: (text: string) => void;
  tell: (text: string) => void;
}

/** Tells what came of it, and gives the exit code. */
export function tellOf(checked: Checked, host: Outputs): number {
  if ("unusable" in checked) {
    if (checked.report !== undefined) host.print(checked.report);
    host.tell(checked.unusable);
    return EXIT.unusable;
  }
  host.print(checked.report);
  return checked.sound ? EXIT.success : EXIT.incomplete;
}

/** Tells what came of it, and gives the exit code. */
export function tellDone({ code, report, told }: Done, host: Outputs): number {
  if (report !== undefined) host.print(report);
  if (told !== undefined) host.tell(told);
  return code;
}
