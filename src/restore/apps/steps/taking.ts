import { isOutdated } from "../../../domain/settings-desk";
import { type BackupError, endsTheRun, toBackupError } from "../../../domain/errors";
import { isNotGiven } from "../../../domain/under-consideration";

/** Deploying what was sent came to nothing, and it was thrown away again. */
export class NotDeployed extends Error {}

/** Something that is not in the new app, and why. */
export interface Refused<Item> {
  item: Item;
  why: BackupError | NotDeployed;
}

/**
 * Sends several things, and leaves out what is refused of them: those that the refusal names, or else those that are found by halving.
 *
 * @param send these, beside what was taken before; of what is refused nothing is done
 * @param isNamed whether a refusal is about it
 */
export async function takeWhatGoes<Item>(
  items: readonly Item[],
  send: (next: readonly Item[], taken: readonly Item[]) => Promise<void>,
  isNamed: (item: Item, error: BackupError) => boolean,
): Promise<Array<Refused<Item>>> {
  const refused: Array<Refused<Item>> = [];
  const taken: Item[] = [];
  await take(items);
  return refused;

  async function take(next: readonly Item[]): Promise<void> {
    if (next.length === 0) return;
    const why = await refusalOf(() => send(next, taken));
    if (!why) {
      taken.push(...next);
      return;
    }
    const named = why instanceof NotDeployed ? [] : next.filter((item) => isNamed(item, why));
    if (next.length === 1 || (named.length > 0 && named.length < next.length)) {
      const guilty = next.length === 1 ? next : named;
      refused.push(...guilty.map((item) => ({ item, why })));
      return take(next.filter((item) => !guilty.includes(item)));
    }
    const middle = Math.ceil(next.length / 2);
    await take(next.slice(0, middle));
    await take(next.slice(middle));
  }
}

/** Why kintone does not want it. Rejects with whatever else went wrong. */
export async function refusalOf(work: () => Promise<unknown>): Promise<BackupError | NotDeployed | undefined> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof NotDeployed) return thrown;
    const error = toBackupError(thrown);
    if (isRefusal(error)) return error;
    throw error;
  }
}

/** The same of an endpoint that is under consideration: where it is switched off, kintone may not have it at all. */
export async function refusalInLab(work: () => Promise<unknown>): Promise<BackupError | NotDeployed | undefined> {
  try {
    return await refusalOf(work);
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (isNotGiven(error)) return error;
    throw error;
  }
}

/** By kintone itself, for good, and about what was sent. Somebody else who changes the app meanwhile is in the way of everything. */
export const isRefusal = (error: BackupError): boolean =>
  error.answer?.code !== undefined &&
  !error.retryable &&
  !endsTheRun(error) &&
  !isOutdated(error) &&
  error.code !== "TOO_MANY_REQUESTS";

/** Whether a refusal has that part in the way to what is wrong: `properties[code].lookup`, `views[name]`, `notifications[3].title`. */
export function isNamedAs(way: string, { answer }: BackupError): boolean {
  return Object.keys(answer?.errors ?? {}).some(
    (key) => key === way || key.startsWith(`${way}.`) || key.startsWith(`${way}[`),
  );
}
