import { readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { runNode } from "../contestants/child";
import { ACCOUNT } from "../kintone/account";
import type { RestoringOrder } from "./order";

const CLI = path.join(path.dirname(createRequire(import.meta.url).resolve("@kintone/cli/package.json")), "cli.js");

interface Restored {
  seconds: number;
  /** The most memory that the process had, in bytes. */
  peak: number;
}

/** `@kintone/cli record export` into a folder, which it can import again. */
export async function exportForCli({ baseUrl, appId }: RestoringOrder, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const args = [
    "record",
    "export",
    "--base-url",
    baseUrl,
    "--app",
    appId,
    "--attachments-dir",
    path.join(folder, "files"),
  ];
  await runNode([CLI, ...args], path.join(folder, "..", "records.csv"));
}

/** `@kintone/cli record import`, from the start of its process to the end. */
export async function importByCli({ baseUrl, into }: RestoringOrder, folder: string): Promise<Restored> {
  const csv = path.join(folder, "..", "records.csv");
  const args = ["record", "import", "--base-url", baseUrl, "--app", into, "--file-path", csv];
  return runNode(
    [CLI, ...args, "--attachments-dir", path.join(folder, "files")],
    path.join(folder, "..", "import.out"),
  );
}

/** A restore by this project, in Node. @throws unless it came to its end as planned, with so many records written */
export async function restoreByUs(order: RestoringOrder, folder: string, records: number): Promise<Restored> {
  const { told, peak } = await inProcess("process.ts", order, folder);
  const { seconds, verdict, counts } = told as {
    seconds: number;
    verdict: string;
    counts: Record<"added" | "put-back", number>;
  };
  if (verdict !== "as-planned" || counts.added + counts["put-back"] !== records)
    throw new Error(`The restore is not what it must be: ${JSON.stringify({ verdict, counts, wanted: records })}`);
  return { seconds, peak };
}

/** The same requests, by a loop that does nothing else. */
export async function restoreByLoop(order: RestoringOrder, folder: string): Promise<Restored> {
  const { told, peak } = await inProcess("limit-process.ts", order, folder);
  return { seconds: (told as { seconds: number }).seconds, peak };
}

async function inProcess(name: string, order: RestoringOrder, folder: string) {
  const [todo, output] = [path.join(folder, "restore.json"), path.join(folder, "restore.out")];
  await writeFile(todo, JSON.stringify(order));
  const { peak } = await runNode(["--import", "tsx", path.join(import.meta.dirname, name), todo], output);
  return { told: JSON.parse(await readFile(output, "utf8")) as unknown, peak };
}

/** Leaves an app without records. @throws when it had others than were to be restored, or a file is missing */
export async function emptyOf(
  order: Pick<RestoringOrder, "baseUrl" | "into">,
  wanted: { records: number; files: number },
) {
  const client = new KintoneRestAPIClient({ baseUrl: order.baseUrl, auth: ACCOUNT });
  const records = await client.record.getAllRecords({ app: order.into });
  const files = records.reduce((sum, record) => sum + filesIn(record), 0);
  if (records.length !== wanted.records || files !== wanted.files)
    throw new Error(
      `App ${order.into} has ${records.length} records with ${files} files, not ${JSON.stringify(wanted)}`,
    );
  const ids = records.map(({ $id }) => ({ id: String($id?.value) }));
  if (ids.length > 0) await client.record.deleteAllRecords({ app: order.into, records: ids });
}

const filesIn = (record: Record<string, { type: string; value: unknown }>) =>
  Object.values(record).reduce((sum, { type, value }) => sum + (type === "FILE" ? (value as unknown[]).length : 0), 0);
