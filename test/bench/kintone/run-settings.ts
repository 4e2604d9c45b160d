import { parseSettings } from "../../../src/settings/migration";

/** Requests in flight of every contestant that can have more than one. */
export const REQUESTS_AT_ONCE = 20;

/** What stands in the settings of plugin and command; what is left out has its default. */
export interface RunSettings {
  requestsAtOnce: number;
  /** As many as there can be: nobody measures a run that waits for another day. */
  requestsPerAppAndDay: number;
  incremental?: boolean;
}

/** @param incremental take what did not change from the previous archive; only where {@link knowsIncremental} */
export const runSettings = (incremental = false): RunSettings => ({
  requestsAtOnce: REQUESTS_AT_ONCE,
  requestsPerAppAndDay: 100_000,
  ...(incremental && { incremental }),
});

/** Can this build take what did not change from the previous archive? */
export const knowsIncremental = (): boolean => "settings" in parseSettings(runSettings(true));
