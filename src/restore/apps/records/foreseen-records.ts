import { archivedRecords, recordIn } from "../../../archive/reading/archived-records";
import { archivedSetting } from "../../../archive/reading/archived-setting";
import type { ArchivedTarget } from "../../../archive/reading/open-archive";
import type { FormFields, KintoneRecord } from "../../../archive/records/kintone-app";
import { cellOf, isObject, rowsOf } from "../../../archive/records/understood";
import { formOf } from "../../../domain/settings/form";
import { archivedComments } from "./comments/archived-comments";
import { commentTexts } from "./comments/comment-texts";
import { type LookupLink, lookupLinks } from "./lookup-links";
import { recordsOrder } from "./records-order";
import { statusLeft } from "./status/status-left";

/** What the records of apps that are made anew will be like, as far as the archive tells it. */
export interface ForeseenRecords {
  /** Lookups for whose records there is no order: nothing is restored as long as none of them may be empty. */
  closed: readonly LookupLink[];
  /** Records that get keys of lookups after they were added, for which who restores becomes who changed them last, now. */
  later: ReadonlyArray<{ link: LookupLink; records: number }>;
  /** Records in another status than the first. */
  statuses: number;
  /** How many would be written, and how many notifications they may cause at the most: of who made a record, and who changed it last, other than who writes. */
  comments: { written: number; notifications: number };
}

/**
 * Looks at the archive alone, before any app is made: as new apps get the forms of the old ones. Reads the records once; memory holds the ids of those with comments.
 *
 * @param operator the log-in name of who restores
 */
export async function foreseenRecords(
  apps: readonly ArchivedTarget[],
  operator: string,
  signal: AbortSignal,
): Promise<ForeseenRecords> {
  const known: Array<{ archived: ArchivedTarget; form: FormFields }> = [];
  for (const archived of apps) {
    const fields = await archivedSetting(archived, "app/form/fields");
    if (fields !== undefined) known.push({ archived, form: formOf(fields) });
  }
  const ids = known.map(({ archived }) => archived.facts.appId);
  const links = lookupLinks(
    known.map(
      ({
        archived: {
          facts: { appId },
        },
        form,
      }) => ({ archivedId: appId, appId, form }),
    ),
  );
  const { closed, later } = recordsOrder(ids, links);
  const records = new Map(later.map((link) => [link, 0]));
  const comments = { written: 0, notifications: 0 };
  let statuses = 0;
  for (const { archived, form } of known) {
    const texts = await textsByRecord(archived);
    const own = later.filter(({ from }) => from === archived.facts.appId);
    const statusOf = await statusLeft(archived, form);
    for await (const piece of archivedRecords(archived)) {
      signal.throwIfAborted();
      for (const { id, line } of piece) {
        const written = texts.get(id) ?? 0;
        if (own.length === 0 && !statusOf && written === 0) continue;
        const record = recordIn(line);
        for (const link of own) if (hasKey(record, link)) records.set(link, (records.get(link) ?? 0) + 1);
        if (statusOf?.(record) !== undefined) statuses += 1;
        comments.written += written;
        comments.notifications += written * notified(record, operator);
      }
    }
  }
  return { closed, later: [...records].map(([link, count]) => ({ link, records: count })), statuses, comments };
}

async function textsByRecord(archived: ArchivedTarget): Promise<Map<string, number>> {
  const texts = new Map<string, number>();
  for await (const { id, comments } of archivedComments({ archived })) {
    texts.set(id, comments.flatMap((comment) => commentTexts(comment, "UTC")).length);
  }
  return texts;
}

function hasKey(record: KintoneRecord, { field, table }: LookupLink): boolean {
  const groups = table === undefined ? [record] : rowsOf(cellOf(record, table)).map(({ value }) => value);
  return groups.some((cells) => (cellOf(cells, field)?.value ?? "") !== "");
}

/** Comments reach who made a record and who changed it last (kintone help, what is notified); and who commented before, which is who restores. */
function notified(record: KintoneRecord, operator: string): number {
  const people = Object.values(record).flatMap(({ type, value }) => {
    const code: unknown = isObject(value) ? Reflect.get(value, "code") : undefined;
    return (type === "CREATOR" || type === "MODIFIER") && typeof code === "string" && code !== "" ? [code] : [];
  });
  return new Set(people.filter((code) => code !== operator)).size;
}
