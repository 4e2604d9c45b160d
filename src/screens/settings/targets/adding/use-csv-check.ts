import { useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../../../domain/errors";
import { decodeCsv } from "../../../csv/decode-csv";
import type { AddingDesk } from "./adding-desk";
import { type CsvLine, type CsvLines, csvLinesOf } from "./csv-lines";
import { appsIn, type LineKnowledge } from "./judge-lines";
import type { ListedApp } from "./listed-app";

/** What is known of the lines; whether their apps are targets is looked up when they are shown, as that changes. */
export type CsvCheck =
  | { kind: "none" | "checking" | "not-text" | "too-large" | "empty" | "no-app-column" }
  | { kind: "checked"; csv: CsvLines; known: Omit<LineKnowledge, "present"> };

export interface CsvCheckActions {
  checkText(text: string): void;
  checkFile(file: File): void;
}

/** A thousand times what a list of apps has. */
const LARGEST_BYTES = 10 * 1024 * 1024;

/** Reads lines, and asks for the apps that they name. */
export function useCsvCheck(desk: AddingDesk): [CsvCheck, CsvCheckActions] {
  const [check, setCheck] = useState<CsvCheck>({ kind: "none" });

  const checkText = async (text: string) => {
    const csv = csvLinesOf(text);
    if (csv.noAppColumn) setCheck({ kind: "no-app-column" });
    else if (csv.lines.length === 0) setCheck({ kind: "empty" });
    else {
      setCheck({ kind: "checking" });
      setCheck({ kind: "checked", csv, known: await askFor(csv.lines, desk) });
    }
  };

  const checkFile = async (file: File) => {
    if (file.size > LARGEST_BYTES) {
      setCheck({ kind: "too-large" });
      return;
    }
    setCheck({ kind: "checking" });
    // A file that was changed or taken away since it was chosen cannot be read.
    const text = await file.arrayBuffer().then(
      (buffer) => decodeCsv(new Uint8Array(buffer)),
      () => undefined,
    );
    if (text === undefined) setCheck({ kind: "not-text" });
    else await checkText(text);
  };

  return [
    check,
    {
      checkText(text) {
        void checkText(text);
      },
      checkFile(file) {
        void checkFile(file);
      },
    },
  ];
}

/** One space after the other: most files have none or one. */
async function askFor(lines: readonly CsvLine[], desk: AddingDesk): Promise<Omit<LineKnowledge, "present">> {
  const idsBySpace = new Map<string, string[]>();
  for (const { appId, guestSpaceId = "" } of appsIn(lines)) {
    idsBySpace.set(guestSpaceId, [...(idsBySpace.get(guestSpaceId) ?? []), appId]);
  }
  const apps: ListedApp[] = [];
  const unreadable = new Map<string, BackupError>();
  for (const [space, ids] of idsBySpace) {
    try {
      apps.push(...(await desk.appsById(ids, space || undefined)));
    } catch (thrown) {
      unreadable.set(space, toBackupError(thrown));
    }
  }
  return { apps, unreadable };
}
