import type { KnownDisposals } from "../../domain/disposals";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import { DISPOSALS } from "../app-definition/conditions";
import { ascendingRecords } from "../records/ascending-records";
import { namesUnknownOption } from "../records/unknown-field";

/** Little is kept of each record, and requests are counted. */
const PAGE = 500;

/** What the records tell, the later over the earlier; nothing where the app was not prepared for them. */
export async function knownDisposals(store: RecordStore): Promise<KnownDisposals> {
  const holds = new Map<string, string>();
  const confirmations = new Map<string, ConfirmedRule>();
  const disposed = new Map<string, Set<string>>();
  try {
    for await (const record of ascendingRecords(store, DISPOSALS, PAGE)) {
      const text = (code: keyof AppRecord) => String(record[code]?.value ?? "");
      const [runId, place] = [text("disposal_archive_run_id"), text("disposal_place")];
      // What somebody made of it is no proof of anything; what is under way is not over.
      if (text("run_chain_digest") === "") continue;
      if (text("disposal_kind") === "held") holds.set(runId, text("disposal_reason"));
      if (text("disposal_kind") === "released") holds.delete(runId);
      if (text("disposal_kind") === "confirmed") confirmations.set(place, confirmedRule(text));
      if (text("disposal_kind") === "disposed") disposed.set(place, (disposed.get(place) ?? new Set()).add(runId));
    }
  } catch (thrown) {
    if (!namesUnknownOption(thrown)) throw thrown;
  }
  return { holds, confirmations, disposed };
}

type ConfirmedRule = KnownDisposals["confirmations"] extends ReadonlyMap<string, infer Rule> ? Rule : never;

function confirmedRule(text: (code: keyof AppRecord) => string): ConfirmedRule {
  return {
    rule: text("disposal_rule"),
    previewDigest: text("disposal_preview_sha256"),
    by: text("run_operator_name") || text("run_operator_code"),
    at: new Date(text("run_started_exact")),
  };
}
