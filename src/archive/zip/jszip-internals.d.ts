/** What is used of JSZip 3.10.2's private classes. The version is pinned for it. */
declare module "jszip/lib/stream/GenericWorker.js" {
  export interface Chunk {
    data: Uint8Array;
    meta: { percent: number };
  }

  export default class GenericWorker {
    constructor(name: string);
    isPaused: boolean;
    isFinished: boolean;
    streamInfo: Record<string, unknown>;
    withStreamInfo(name: string, value: unknown): this;
    pipe<Next extends GenericWorker>(next: Next): Next;
    on(event: "data", listener: (chunk: Chunk) => void): this;
    on(event: "end", listener: () => void): this;
    on(event: "error", listener: (error: unknown) => void): this;
    push(chunk: Chunk): void;
    end(): boolean;
    pause(): boolean;
    resume(): boolean;
  }
}

declare module "jszip/lib/stream/ConvertWorker.js" {
  import GenericWorker from "jszip/lib/stream/GenericWorker.js";

  /** Makes chunks of one type of what comes: JSZip writes headers as strings with a character for each byte. */
  export default class ConvertWorker extends GenericWorker {
    constructor(type: "uint8array");
  }
}

declare module "jszip/lib/generate/ZipFileWorker.js" {
  import GenericWorker from "jszip/lib/stream/GenericWorker.js";

  export default class ZipFileWorker extends GenericWorker {
    constructor(
      streamFiles: boolean,
      comment: string,
      platform: "DOS" | "UNIX",
      encodeFileName: (name: string) => Uint8Array,
    );
  }
}

declare module "jszip/lib/utf8.js" {
  export function utf8encode(text: string): Uint8Array;
}
