import type { ArchivedEntry, ArchivedTarget } from "../../../src/archive/reading/open-archive";
import type { Matching } from "../../../src/restore/compare/matching";
import { NOTHING_DECIDED, type RestoreChoices } from "../../../src/restore/plan/restore-choices";
import type { Random } from "../../emulator/sample/random";
import { archiveOf } from "../../restore/archived-app";
import {
  createWorkedApp,
  LEAVER,
  otherApp,
  type Picture,
  picturesOf,
  putBackBefore,
  work,
  type WorkedApp,
} from "./damaged-app";

/** What is to be restored, into what, and how. */
export interface Scenario {
  /** Into which it goes. */
  worked: WorkedApp;
  archived: ArchivedTarget;
  /** What the archive has. */
  archivedPictures: ReadonlyMap<number, Picture>;
  /** The same, with others in the place of people who are gone. */
  pictures: ReadonlyMap<number, Picture>;
  matching: Matching;
  /** By an earlier restore: the archive's ids, and those in the app. */
  putBack: ReadonlyMap<string, string>;
  choices: RestoreChoices;
  /** Somebody whom the archive names is gone. */
  hasLeft: boolean;
  /** A file in the archive is not any more what was packed. */
  isDamaged: boolean;
}

/** Makes an archive, and then damages the app, or has another one. `start` makes the domain a server. */
export async function scenarioBy(random: Random, start: (worked: WorkedApp) => Promise<string>): Promise<Scenario> {
  const own = createWorkedApp(random);
  const archived = await archiveOf(await start(own), own.app.id);
  const archivedPictures = picturesOf(own);
  // A machine that was suspended meanwhile has lost answers: then the archive lacks something, and the run would judge another one.
  const { records, attachments } = archived.facts;
  if (records.written !== archivedPictures.size || attachments.written !== attachments.expected)
    throw new Error("The archive does not have everything");
  const isOther = random.chance(0.3);
  const worked = isOther ? otherApp(own, random) : own;
  const putBack = random.chance(0.25) ? putBackBefore(worked, own.app, random) : new Map<string, string>();
  for (let acts = random.integer(0, 60); acts > 0; acts -= 1) work(worked, random);
  const hasLeft = random.chance(0.2) && own.domain.people.users.delete(LEAVER);

  const choices = choicesBy(random, [...archivedPictures.keys()], isOther);
  const { users } = choices.replaced;
  const pictures = new Map([...archivedPictures].map(([id, picture]) => [id, withOthers(picture, users)]));
  const byKey: Matching = { by: "key", field: "番号" };
  const matching = isOther ? random.pick<Matching>([byKey, byKey, { by: "nothing" }]) : ({ by: "id" } as const);
  const isDamaged = random.chance(0.08) && damageFile(archived, random);
  return { worked, archived, archivedPictures, pictures, matching, putBack, choices, hasLeft, isDamaged };
}

function damageFile({ entries, facts }: ArchivedTarget, random: Random): boolean {
  const files = [...entries.keys()].filter((path) => path.startsWith(`${facts.folder}/attachments/`));
  if (files.length === 0) return false;
  const path = random.pick(files);
  const entry = entries.get(path) as ArchivedEntry;
  const open = () => Promise.reject(new Error("Its CRC is another one"));
  (entries as Map<string, ArchivedEntry>).set(path, { ...entry, open });
  return true;
}

function choicesBy(random: Random, ids: readonly number[], isOther: boolean): RestoreChoices {
  const both = random.chance(0.6);
  const addMissing = both || random.chance(0.5);
  const users = random.chance(0.5) ? { [LEAVER]: random.pick(["sato", null]) } : {};
  return {
    ...NOTHING_DECIDED,
    ...{ addMissing, putBack: both || !addMissing },
    ...(!isOther && random.chance(0.4) && { remove: random.pick(["surplus", "surplus-and-newer"] as const) }),
    ...(random.chance(0.3) && { selection: { ids: random.some(ids, random.integer(1, ids.length)).map(String) } }),
    ...(random.chance(0.3) && { fields: random.some(["品番", "数量", "判定", "添付", "測定", "番号", "担当"], 3) }),
    replaced: { ...NOTHING_DECIDED.replaced, users },
  };
}

function withOthers(picture: Picture, users: Readonly<Record<string, string | null>>): Picture {
  const codes = JSON.parse(picture["担当"] ?? "[]") as string[];
  const others = codes.map((code) => (Object.hasOwn(users, code) ? users[code] : code)).filter((code) => code !== null);
  return { ...picture, 担当: JSON.stringify([...new Set(others)].sort()) };
}
