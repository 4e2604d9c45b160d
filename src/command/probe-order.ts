import type { AppRef } from "../domain/target";

export const PROBE_FORMATS = ["text", "markdown", "json"] as const;

/** What is to be found out of a kintone, and how it is to be told. */
export interface ProbeOrder {
  kind: "probe";
  baseUrl: string;
  /** An app that may be read; any one unless given. */
  app?: AppRef;
  /** Makes an app, and tries in it what takes writing. */
  write: boolean;
  format: (typeof PROBE_FORMATS)[number];
  language: string;
}
