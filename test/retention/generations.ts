import type { Generation } from "../../src/retention/generation";

/** A generation of a run that began at that time, an ISO text with its offset. */
export function generation(at: string, more: Partial<Generation> = {}): Generation {
  return { runId: at, at: new Date(at), isWhole: true, bytes: 1000, isKnown: true, ...more };
}

/** One for each night at three in Tokyo, from the first day on. */
export function nights(first: string, count: number): Generation[] {
  const start = Date.parse(`${first}T03:00:00+09:00`);
  return Array.from({ length: count }, (_, night) => {
    const at = new Date(start + night * 24 * 60 * 60 * 1000);
    return generation(at.toISOString());
  });
}
