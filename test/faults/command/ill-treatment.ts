import { createRandom } from "../../emulator/sample/random";

/** Who reads an output of the command. */
export const LISTENERS = ["somebody reads it", "who read it has gone", "its disk is full"] as const;
export type Listener = (typeof LISTENERS)[number];

/** By which a system, a terminal or a person asks a process to end. */
export const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGALRM", "SIGUSR2", "SIGXCPU"] as const;

/** How a call of the command is treated. */
export interface IllTreatment {
  stdout: Listener;
  stderr: Listener;
  /** Sent so many milliseconds after it was started, and once more a little later when it is not heard at once. */
  signal?: { name: (typeof SIGNALS)[number]; after: number; twice: boolean };
}

/** The longest that a call takes, about: signals come while it starts, while it reads, packs and delivers, and when it is over. */
const MILLISECONDS = 1600;

export function illTreatment(seed: number): IllTreatment {
  const random = createRandom(seed, "command");
  const listener = () => random.pick([LISTENERS[0], ...LISTENERS]);
  const signal = () => ({
    name: random.pick(SIGNALS),
    after: random.integer(0, MILLISECONDS),
    twice: random.chance(0.3),
  });
  return { stdout: listener(), stderr: listener(), ...(random.chance(0.6) && { signal: signal() }) };
}
