import type { AppRecord } from "../../domain/record-store";
import { RUNS, RUNS_AND_RESTORES } from "../app-definition/conditions";
import { namesUnknownOption } from "./unknown-field";

/** What is asked of runs and restores; of runs alone in an app that was not prepared since there are restores, as there can be none. */
export async function withRestores(ask: (types: string) => Promise<AppRecord[]>): Promise<AppRecord[]> {
  try {
    return await ask(RUNS_AND_RESTORES);
  } catch (thrown) {
    if (!namesUnknownOption(thrown)) throw thrown;
    return ask(RUNS);
  }
}
