import type { Random } from "../../emulator/sample/random";

const WRITING: ReadonlySet<string> = new Set(["POST", "PUT", "DELETE"]);

/**
 * A kintone that in some runs is still at work on a change of which nobody hears the end: it does it while somebody looks for it. And a way to it on which in some runs a
 * change is sent twice, and only the second answer comes, as browsers do it.
 */
export function createLateKintone(
  random: Random,
  troubles: string[],
  isMeant = (url: string) => url.includes("/records.json"),
) {
  let writesUntilLate = random.chance(0.2) ? random.integer(1, 4) : Infinity;
  let writesUntilTwice = random.chance(0.15) ? random.integer(1, 4) : Infinity;
  let pausesLeft = 0;
  let held: (() => Promise<unknown>) | undefined;

  const settle = async () => {
    const work = held;
    held = undefined;
    // It may be a trouble of its own that nobody hears of.
    await work?.().catch(() => undefined);
  };

  return {
    /** What it has not done yet, it does now. */
    settle,

    async fetch(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): Promise<Response> {
      const method = init?.method ?? "GET";
      const isRead = new Headers(init?.headers).has("X-HTTP-Method-Override");
      if (!isMeant(String(input)) || !WRITING.has(method) || isRead) return fetch(input, init);
      writesUntilTwice -= 1;
      if (writesUntilTwice === 0) {
        troubles.push("a request is sent twice");
        await (await fetch(input, init)).arrayBuffer();
        return fetch(input, init);
      }
      writesUntilLate -= 1;
      if (writesUntilLate !== 0) return fetch(input, init);
      troubles.push("an answer is lost, and it is done later");
      pausesLeft = random.integer(1, 3);
      held = async () => (await fetch(input, { ...init, signal: null })).arrayBuffer();
      throw new TypeError("fetch failed");
    },

    /** Somebody waits before looking. */
    async pause(): Promise<void> {
      pausesLeft -= 1;
      if (pausesLeft <= 0) await settle();
    },
  };
}
