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
    push(chunk: Chunk): void;
    end(): boolean;
    pause(): boolean;
    resume(): boolean;
  }
}

declare module "jszip/lib/compressions.js" {
  export interface Compression {
    magic: string;
  }
  const compressions: { STORE: Compression; DEFLATE: Compression };
  export default compressions;
}

declare module "jszip/lib/compressedObject.js" {
  import type { Compression } from "jszip/lib/compressions.js";
  import type GenericWorker from "jszip/lib/stream/GenericWorker.js";

  export default class CompressedObject {
    constructor(compressedSize: number, size: number, crc32: number, compression: Compression, content: undefined);
    getCompressedWorker(): GenericWorker;
  }
}

declare module "jszip/lib/crc32.js" {
  export default function crc32(bytes: Uint8Array, before: number): number;
}

declare module "jszip/lib/index.js" {
  import JSZip from "jszip";
  export default JSZip;
}
