import type { AppRecord } from "../../domain/record-store";
import { LINKS } from "../app-definition/conditions";
import { namesUnknownOption } from "./unknown-field";

/** What is asked of runs, restores and drills; of those of them that an app knows which was not prepared since, as there can be no others. */
export async function ofKnownTypes(
  ask: (types: string) => Promise<AppRecord[]>,
  [types, ...older]: readonly string[] = LINKS,
): Promise<AppRecord[]> {
  try {
    return await ask(types ?? "");
  } catch (thrown) {
    if (!namesUnknownOption(thrown) || older.length === 0) throw thrown;
    return ofKnownTypes(ask, older);
  }
}
