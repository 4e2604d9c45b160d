/** What `zip-input.ts` uses of JSZip 3.10.2's private stream class. The version is pinned for it. */
declare module "jszip/lib/stream/GenericWorker.js" {
  export interface Chunk {
    data: Uint8Array;
    meta: { percent: number };
  }

  export default class GenericWorker {
    constructor(name: string);
    isPaused: boolean;
    isFinished: boolean;
    push(chunk: Chunk): void;
    end(): boolean;
    pause(): boolean;
    resume(): boolean;
  }
}

declare module "jszip/lib/index.js" {
  import JSZip from "jszip";
  export default JSZip;
}
