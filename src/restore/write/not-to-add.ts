import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { hiddenAmong } from "../compare/hidden-records";
import type { Matching } from "../compare/matching";
import { versionOf } from "../../records/record-version";

interface AddOrder {
  app: AppRef;
  forms: { matching: Matching };
  putBack?: ReadonlyMap<string, string>;
}

/** Of records that are to be added, those that may be there all the same: under the archive's id in its own app, else under the one that an earlier restore gave. */
export async function hiddenOf(
  add: readonly string[],
  { app, forms, putBack }: AddOrder,
  { source, requestsAllowed }: { source: Pick<Source, "readRecord">; requestsAllowed: () => number },
): Promise<Set<string>> {
  const presentIds = new Map(
    add.flatMap((id): Array<[string, string]> => {
      const presentId = putBack?.get(id) ?? (forms.matching.by === "id" ? id : undefined);
      return presentId === undefined ? [] : [[presentId, id]];
    }),
  );
  const hidden = new Set<string>();
  for await (const presentId of hiddenAmong(presentIds.keys(), { source, app, atOnce: requestsAllowed() })) {
    hidden.add(presentIds.get(presentId) ?? "");
  }
  return hidden;
}

/**
 * Of records that are to be added, those that are there again: somebody else's restore may have put them back after they were compared and before this one was
 * alone. `putBack`: as it is told now.
 */
export async function backAgain(
  add: readonly string[],
  { app, putBack = new Map<string, string>() }: AddOrder,
  source: Pick<Source, "readRecordsById" | "recordsPerPage">,
): Promise<Set<string>> {
  const ids = new Map(
    add.flatMap((id): Array<[string, string]> => {
      const presentId = putBack.get(id);
      return presentId === undefined ? [] : [[presentId, id]];
    }),
  );
  const presentIds = [...ids.keys()];
  const back = new Set<string>();
  for (let at = 0; at < presentIds.length; at += source.recordsPerPage) {
    const asked = presentIds.slice(at, at + source.recordsPerPage);
    const found = await source.readRecordsById(app, { query: "", ids: asked });
    for (const record of found) back.add(ids.get(versionOf(record).id) ?? "");
  }
  return back;
}
