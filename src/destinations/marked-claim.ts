import type { Claim, ClaimRequest, PlacedFile } from "../domain/destination";
import { BackupError } from "../domain/errors";
import { isTakenAmong } from "./taken-name";

/** What claiming takes at a place where nothing can be made that only one can make. */
export interface MarkablePlace {
  /** Everything that lies there, marks too. */
  list(): Promise<Array<PlacedFile & { modified: Date }>>;
  mark(name: string, text: string): Promise<unknown>;
  remove(name: string): Promise<void>;
}

/**
 * Claims a name by a mark of one's own, and looks around afterwards: of two who ask at the same time, each sees the other's mark, or one of them
 * does. Whoever sees one steps back, be it both: there is another name for each. A mark begins with a dot and does not end like a zip.
 */
export async function claimByMark(place: MarkablePlace, { owner, names, again }: ClaimRequest): Promise<Claim> {
  for (const name of again === undefined ? names : [again]) {
    const mark = `.${name}.${owner}${CLAIMED}`;
    const isFree = async () => {
      const found = await present(place);
      const rivals = found.filter((each) => isMarkOf(each, name) && each !== mark);
      // Volumes of its own may lie there when a run goes on.
      return rivals.length === 0 && (again !== undefined || !isTakenAmong(found, name));
    };
    if (!(await isFree())) continue;
    await place.mark(mark, owner);
    if (await isFree()) return { name, release: () => place.remove(mark) };
    await place.remove(mark).catch(() => undefined);
  }
  throw new BackupError("DELIVERY_FAILED", "None of the names is free", {
    facts: { path: `${again ?? names[0]}.zip`, refusal: "taken" },
  });
}

const CLAIMED = ".claimed";

function isMarkOf(found: string, name: string): boolean {
  return found.endsWith(CLAIMED) && isTakenAmong([found], `.${name}`);
}

/** A run that takes days may lose its claim, but not its name, which is of another time than that of any run that begins now. */
const LEFT_BEHIND_HOURS = 48;

/** The names that lie there, without marks of runs that were killed, which are swept. */
async function present(place: MarkablePlace): Promise<string[]> {
  const found = await place.list();
  const isLeft = ({ name, modified }: { name: string; modified: Date }) =>
    name.startsWith(".") && name.endsWith(CLAIMED) && Date.now() - modified.getTime() > LEFT_BEHIND_HOURS * 3_600_000;
  for (const { name } of found.filter(isLeft)) await place.remove(name).catch(() => undefined);
  return found.filter((file) => !isLeft(file)).map(({ name }) => name);
}
