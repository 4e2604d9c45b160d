import { type ArchivedEntry, type ArchivedTarget, openArchive } from "../../../src/archive/reading/open-archive";
import { inOrderOfLookups } from "../../../src/restore/apps/making/order";
import type { AppToMake } from "../../../src/restore/apps/new-app";
import type { RebuildChoices } from "../../../src/restore/apps/rebuild-choices";
import { runUnopened, target } from "../../backup/whole-runs/run-against";
import type { Random } from "../../emulator/sample/random";
import type { AppPicture } from "./picture";
import { LEAVER, type RandomSet } from "./random-set";

/** Which apps are made anew, and how. */
export interface Scenario {
  /** What the archive was made of, and what was beside it, by the ids of the apps. */
  originals: ReadonlyMap<string, AppPicture>;
  apps: readonly AppToMake[];
  choices: RebuildChoices;
  asked: { status: boolean; comments: boolean };
  /** A file in the archive is not any more what was packed. */
  isDamaged: boolean;
}

/** Makes an archive, and then has the apps deleted, or not, and somebody leave. */
export async function scenarioBy(
  random: Random,
  { domain, apps }: RandomSet,
  { baseUrl, photographAll }: { baseUrl: string; photographAll: () => Promise<ReadonlyMap<string, AppPicture>> },
): Promise<Scenario> {
  const targets = apps.map(({ id }) => target(id));
  const { volumes } = await runUnopened(baseUrl, targets);
  const archive = await openArchive(volumes.map(({ name, file }) => ({ name, source: file })));
  const originals = await photographAll();
  // One of them stays, or nothing stands for it.
  const left = apps.length > 2 && random.chance(0.25) ? random.pick(apps) : undefined;
  const others: Record<string, string> = left && random.chance(0.5) ? { [left.id]: String(left.id) } : {};
  const toMake = (archive?.targets ?? []).flatMap(({ folder, appId, appName }): AppToMake[] => {
    const archived = appId === String(left?.id) ? undefined : archive?.target(folder);
    return archived ? [{ archived, name: `${appName}（復元）`, place: {} }] : [];
  });
  const isDamaged = random.chance(0.1) && damageFile(random.pick(toMake).archived, random);
  if (random.chance(0.5)) for (const app of apps) if (app !== left) domain.apps.delete(app.id);
  const hasLeft = random.chance(0.3) && domain.people.users.delete(LEAVER);
  const users = hasLeft ? { [LEAVER]: random.pick(["sato", null]) } : {};
  return {
    ...{ originals, isDamaged, apps: await inOrderOfLookups(toMake) },
    choices: { apps: others, replaced: { users, organizations: {}, groups: {} } },
    asked: { status: random.chance(0.5), comments: random.chance(0.5) },
  };
}

/** Nobody can read one of the attachments any more; `false` where there are none. */
export function damageFile({ entries, facts }: ArchivedTarget, random: Random): boolean {
  const files = [...entries.keys()].filter((path) => path.startsWith(`${facts.folder}/attachments/`));
  if (files.length === 0) return false;
  const path = random.pick(files);
  const entry = entries.get(path) as ArchivedEntry;
  const open = () => Promise.reject(new Error("Its CRC is another one"));
  (entries as Map<string, ArchivedEntry>).set(path, { ...entry, open });
  return true;
}
