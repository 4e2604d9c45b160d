import { archivedRecords, recordIn } from "../../archive/reading/archived-records";
import type { OpenArchive } from "../../archive/reading/open-archive";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf } from "../../archive/records/understood";
import { BackupError } from "../../domain/errors";
import { bookUnder, keyText, type LookedInto, type LookedUp } from "../preflight/looked-up";

type Index = ReadonlyMap<string, readonly KintoneRecord[]>;

/**
 * The records of the archive's apps as lookups copy from them. The first key of each field has its app read once; keys and copied values are
 * held. Rejects with `APP_NOT_FOUND` for an app that the archive does not have, or not with its records.
 */
export function lookedUpInArchive(archive: OpenArchive): LookedUp {
  const indexes = new Map<string, Promise<Index>>();
  return {
    async find(into) {
      const name = JSON.stringify([into.app.appId, into.keyField, into.copied]);
      const index = indexes.get(name) ?? indexOf(archive, into);
      indexes.set(name, index);
      return index;
    },
  };
}

async function indexOf(archive: OpenArchive, { app, keyField, copied }: LookedInto): Promise<Index> {
  const { appId } = app;
  const facts = archive.targets.find((target) => target.appId === appId && target.options.include.includes("records"));
  const archived = facts && archive.target(facts.folder);
  if (!archived)
    throw new BackupError("APP_NOT_FOUND", `App ${appId} is not in the archive`, { facts: { app: appId } });
  const index = new Map<string, KintoneRecord[]>();
  for await (const records of archivedRecords(archived)) {
    for (const { line } of records) {
      const record = recordIn(line);
      const key = keyText(cellOf(record, keyField)?.value);
      if (key !== "") bookUnder(index, key, only(record, copied));
    }
  }
  return index;
}

/** `fromEntries`, because a field may be called `__proto__`. */
function only(record: KintoneRecord, codes: readonly string[]): KintoneRecord {
  return Object.fromEntries(
    codes.flatMap((code) => {
      const cell = cellOf(record, code);
      return cell ? [[code, cell]] : [];
    }),
  );
}
