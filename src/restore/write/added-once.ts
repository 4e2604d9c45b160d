import type { KintoneRecord } from "../../archive/records/kintone-app";
import { BackupError } from "../../domain/errors";
import type { RecordVersion } from "../../domain/record-copies";
import { versionOf } from "../../records/record-version";
import type { WritingDesk } from "./writing-desk";

const PAGE = 500;

/**
 * Browsers send a request again by themselves, of whatever method, when a connection that served others before ends without a byte of the answer
 * (Chromium, net/http/http_network_transaction.cc, ShouldResendRequest; seen with Chromium 156). kintone then adds a batch twice, and tells of the second
 * time. The first ones count, as they are what a lost answer would be found by; the others, which kintone says to be ours, are deleted.
 *
 * @param inTheirOrder those of an app's records that are as the batch was sent, one behind the other
 */
export function createAddedOnce<Sent>(
  { app, sink, source }: Pick<WritingDesk, "app" | "sink" | "source">,
  inTheirOrder: (sent: readonly Sent[], found: readonly KintoneRecord[]) => KintoneRecord[],
) {
  /**
   * Resolves to the versions that count. Rejects with `ADDED_TWICE` when the second ones cannot be deleted.
   *
   * @param before the greatest `$id` that there was
   */
  return async function addedOnce(
    sent: readonly Sent[],
    told: readonly RecordVersion[],
    before: string,
  ): Promise<readonly RecordVersion[]> {
    const [first] = told;
    // Without as many ids between, there is no room for them.
    if (!first || BigInt(first.id) - BigInt(before) <= BigInt(sent.length)) return told;
    const earlier = inTheirOrder(sent, await between(before, first.id));
    if (earlier.length < sent.length || !(await areOfOnePerson(earlier, told))) return told;
    const removed = await sink
      .remove(app, told)
      .catch((thrown: unknown) => ({ outcome: "not-done", error: thrown }) as const);
    if (removed.outcome === "done") return earlier.map(versionOf);
    throw new BackupError("ADDED_TWICE", "The browser sent the records twice", {
      facts: { app: app.appId, again: told.map(({ id }) => id) },
      cause: removed.error,
    });
  };

  async function between(before: string, until: string): Promise<KintoneRecord[]> {
    const found: KintoneRecord[] = [];
    for (let afterId = before; ;) {
      const page = await source.readRecords(app, { query: "", afterId, limit: PAGE });
      found.push(...page.filter((record) => BigInt(versionOf(record).id) < BigInt(until)));
      const last = page.at(-1);
      if (!last || page.length < PAGE || BigInt(versionOf(last).id) >= BigInt(until)) return found;
      afterId = versionOf(last).id;
    }
  }

  /** Somebody else may have entered the same. */
  async function areOfOnePerson(earlier: readonly KintoneRecord[], told: readonly RecordVersion[]): Promise<boolean> {
    const own = await source.readRecordsById(app, { query: "", ids: told.map(({ id }) => id) });
    const creators = new Map(own.map((record) => [versionOf(record).id, creatorOf(record)]));
    return earlier.every((record, at) => creatorOf(record) === creators.get(told[at]?.id ?? ""));
  }
}

function creatorOf(record: KintoneRecord): string {
  const cell = Object.values(record).find(({ type }) => type === "CREATOR");
  return JSON.stringify(cell?.value);
}
