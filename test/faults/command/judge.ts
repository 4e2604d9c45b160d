import type { Call } from "./one-call";

/** What is not as it should be; empty when the command told the truth and left nothing lying around. */
export function liesOf({ treatment, code, hasEnded, told, zips, scraps }: Call): string[] {
  if (!hasEnded) return ["it did not end"];
  const { signal } = treatment;
  const lies: string[] = [];
  const lie = (text: string) => void lies.push(text);
  if (scraps.length > 0) lie(`left behind: ${scraps.join(", ")}`);
  if (zips.some(({ isSound }) => !isSound)) lie("a zip that is not sound");
  if (told && told.lock !== "") lie("the lock is held");
  if (!signal && told?.status !== "success") lie(`nobody asked it to end, and it is ${told?.status ?? "unknown"}`);
  if (told && !["success", "cancelled"].includes(told.status)) lie(`the history says ${told.status}`);
  // One that is done with everything does not listen any more while it leaves, and Node gives it no way to: the signal is its end then.
  const isAsTold = code === 0 || (code === null && signal !== undefined);
  if (told?.status === "success" && !(isAsTold && zips.length === 1)) lie(`a success of ${code}, ${zips.length} zips`);
  if (told?.status === "cancelled" && (code !== 1 || zips.length > 0)) lie(`cancelled: ${code}, ${zips.length} zips`);
  // A process that has not begun to listen yet ends at once, and has done nothing.
  if (!told && (code === 0 || zips.length > 0)) lie(`the history knows of no run, and it ended with ${code}`);
  return lies;
}
