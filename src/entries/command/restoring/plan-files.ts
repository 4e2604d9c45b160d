import { readFile, writeFile } from "node:fs/promises";
import { storageError } from "../../../domain/storage-error";
import type { PlanFile } from "../../../restore/plan/plan-file";
import { parsePlanFile } from "../../../restore/plan/read-plan-file";
import { planFileLines } from "../../../screens/text/restore/plan-file/plan-file-sentences";
import type { RestoreCommandMessages } from "../../../screens/text/restored/command/language";
import { UnreadableFile } from "../open-zips";
import { NothingRestored } from "./nothing-restored";

/** The plan that a file has. Throws `NothingRestored` with everything that is wrong with it. */
export async function readPlan(path: string, { preflight }: RestoreCommandMessages): Promise<PlanFile> {
  const text = await readFile(path, "utf8").catch(({ code, name }: NodeJS.ErrnoException) => {
    throw new UnreadableFile(path, code ?? name);
  });
  const parsed = parsePlanFile(text);
  if ("file" in parsed) return parsed.file;
  throw new NothingRestored(planFileLines(preflight.planFile, path, parsed.problems).join("\n  - "));
}

/** Writes a new file. */
export async function writePlan(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: "wx" }).catch((thrown: unknown) => {
    const refusal = (thrown as NodeJS.ErrnoException).code === "EEXIST" ? ({ refusal: "taken" } as const) : {};
    throw storageError(thrown, "DELIVERY_FAILED", { path, ...refusal });
  });
}
