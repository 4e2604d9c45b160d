import { type LocalKintone, startLocalKintone } from "../../scripts/local-kintone";
import { createPages } from "../emulator/pages/server";
import { startEmulator } from "../emulator/server";
import { copyDomain } from "../emulator/storage/copy";

/** Set up as `npm start` does it, which takes two seconds: once in a process, and nobody ever works in it. */
let original: Promise<LocalKintone> | undefined;

/** A local kintone as `npm start` makes it, for one test file alone: nobody has touched it, and nobody sees what is done to it. */
export async function startFreshKintone(): Promise<LocalKintone> {
  const { emulator, ...facts } = await (original ??= makeOriginal());
  const copy = await startEmulator({
    domain: copyDomain(emulator.domain),
    pages: createPages,
  });
  return { emulator: copy, ...facts };
}

async function makeOriginal(): Promise<LocalKintone> {
  const made = await startLocalKintone();
  await made.emulator.close();
  return made;
}
