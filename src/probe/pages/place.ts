import type { AppRef } from "../../domain/target";
import type { Exchange } from "../../kintone/connection/exchange";

/** Of what a Worker may be made. */
export type WorkerOrigin = "own-file" | "blob";

/** What a page of kintone lends to be tried. */
export interface PagePlace {
  exchange: Exchange;
  app: AppRef;
  /** The page's own address. */
  address: string;
  /** A Worker that runs `answerInWorker`; nothing where none can be had. */
  startWorker: (origin: WorkerOrigin) => Promise<Worker | undefined>;
  /** As kintone's JavaScript API tells it; rejects or is `undefined` where it does not. */
  course: () => Promise<string | undefined>;
}
