import { mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Claim, ClaimRequest } from "../domain/destination";
import { BackupError } from "../domain/errors";
import { isTakenAmong } from "./taken-name";

/**
 * Claims a name in a folder, which is made when it is missing. A claim is a file beside the archives that only one can make, with the
 * id of the run in it; it begins with a dot and does not end like a zip, so that nobody takes it for one.
 */
export async function claimInFolder(folder: string, { owner, names, again }: ClaimRequest): Promise<Claim> {
  await mkdir(folder, { recursive: true });
  await sweepLeftBehind(folder).catch(() => undefined);
  for (const name of again === undefined ? names : [again]) {
    const file = join(folder, `.${name}${CLAIMED}`);
    if (!(await isMade(file, owner))) continue;
    const claim = { name, release: () => rm(file, { force: true }) };
    // Looked at once it is claimed: who had it before us put the volumes there first.
    if (again !== undefined || !isTakenAmong(await readdir(folder), name)) return claim;
    await claim.release();
  }
  throw new BackupError("DELIVERY_FAILED", "None of the names is free", {
    facts: { path: `${again ?? names[0]}.zip`, refusal: "taken" },
  });
}

const CLAIMED = ".claimed";

/** Whether the claim is the owner's, now or since an attempt that was broken off. */
async function isMade(file: string, owner: string): Promise<boolean> {
  const handle = await open(file, "wx").catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== "EEXIST") throw thrown;
    return undefined;
  });
  if (!handle) return (await readFile(file, "utf8").catch(() => undefined)) === owner;
  try {
    await handle.writeFile(owner).finally(() => handle.close());
  } catch (thrown) {
    await rm(file, { force: true }).catch(() => undefined);
    throw thrown;
  }
  return true;
}

/** A run that takes days may lose its claim, but not its name, which is of another time than that of any run that begins now. */
const LEFT_BEHIND_HOURS = 48;

/** The file of a volume on its way: see `folder.ts`. */
const LEFT_BEHIND = /^\.(?:.+\.claimed|[0-9a-f-]{36}\.part)$/;

/** What runs that were killed have left. */
async function sweepLeftBehind(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((found) => LEFT_BEHIND.test(found))) {
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > LEFT_BEHIND_HOURS * 3_600_000) await rm(join(folder, name), { force: true });
  }
}
