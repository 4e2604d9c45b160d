import type { Domain } from "../../emulator/domain/domain";

/** How kintone is from the moment of the cancel on. */
export type Weather = "calm" | "slow" | "away" | "lossy" | "down" | "silent";

/** Milliseconds that each answer takes when kintone is slow, and that a passing trouble lasts. */
const LATENCY = 2000;
const PASSES_AFTER = 2000;

interface Kind {
  /** What it is, for people. */
  told: string;
  /** Whether the run's end can be written down. */
  mayRemember: boolean;
  /** Seconds within which the run must have ended. */
  bound: number;
}

/**
 * After the cancel a run writes its end with some six requests, each tried again for a few seconds; all together it takes
 * half a minute at most (`hurrying`), and what a busy machine adds. Where nothing stands in its way, it is a matter of moments.
 */
export const WEATHERS: Record<Weather, Kind> = {
  calm: { told: "kintone answers as always", mayRemember: true, bound: 10 },
  slow: { told: "each answer takes two seconds", mayRemember: true, bound: 30 },
  away: { told: "503 for two seconds", mayRemember: true, bound: 15 },
  lossy: { told: "for two seconds everything is done and each answer lost", mayRemember: true, bound: 15 },
  down: { told: "503 from then on", mayRemember: false, bound: 33 },
  silent: { told: "no answer any more", mayRemember: false, bound: 33 },
};

/** Makes this weather, now. */
export function breakOut(weather: Weather, { faults }: Domain): void {
  const everywhere = { path: "*" };
  const passes = () => void setTimeout(() => faults.clear(), PASSES_AFTER);
  if (weather === "slow") faults.add({ when: everywhere, do: { kind: "latency", milliseconds: LATENCY } });
  if (weather === "lossy") faults.add({ when: everywhere, do: { kind: "drop", after: true } });
  if (weather === "away" || weather === "down") {
    faults.add({ when: everywhere, do: { kind: "unavailable", body: weather === "away" ? "html" : "text" } });
  }
  if (weather === "away" || weather === "lossy") passes();
}

/** A kintone that takes every request and never answers, as long as `isSilent`. */
export function silenced(isSilent: () => boolean, send: typeof fetch): typeof fetch {
  return (input, init) => {
    if (!isSilent()) return send(input, init);
    return new Promise((_resolve, reject) => {
      const { signal } = init ?? {};
      signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    });
  };
}
