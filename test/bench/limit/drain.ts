/** What a loop is to ask for. */
export interface Draining {
  /** One list after the other; within one, in any order. */
  lists: string[][];
  /** In flight at the same time. */
  atOnce: number;
  headers: Record<string, string>;
}

/**
 * Asks for all of it, throws the bytes away, and tells how many seconds it took. It names nothing from outside of itself, so that
 * a page can run it as well.
 *
 * @throws when an answer is no success
 */
export async function drain({ lists, atOnce, headers }: Draining): Promise<number> {
  const began = performance.now();
  for (const list of lists) {
    const waiting = list.values();
    const workers = Array.from({ length: atOnce }, async () => {
      for (const url of waiting) {
        const answer = await fetch(url, { headers });
        if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${url}`);
        const reader = answer.body.getReader();
        while (!(await reader.read()).done);
      }
    });
    await Promise.all(workers);
  }
  return (performance.now() - began) / 1000;
}
