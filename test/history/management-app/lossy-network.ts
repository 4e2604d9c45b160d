import type { Random } from "../../emulator/sample/random";

/**
 * A `fetch` over a network that is slow now and then, loses requests before kintone gets them, and answers after kintone did
 * what was asked.
 */
export function lossyNetwork(random: Random, { loses }: { loses: number }): typeof fetch {
  const pause = () => new Promise((resolve) => setTimeout(resolve, random.integer(0, 15)));
  return async (input, init) => {
    const [before, after] = [random.chance(loses), random.chance(loses)];
    await pause();
    if (before) throw new TypeError("The request was lost");
    const answer = await fetch(input, init);
    const text = await answer.text();
    await pause();
    if (after) throw new TypeError("The answer was lost");
    return new Response(text, answer);
  };
}
