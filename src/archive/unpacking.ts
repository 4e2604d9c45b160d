import type { Packed } from "./entry";
import { platform } from "./platform";

/** The bytes of an entry before compression. Errors when they are not what deflate makes. */
export async function unpacked({ method, open }: Packed): Promise<ReadableStream<Uint8Array>> {
  const stream = await open();
  if (method === "store") return stream;
  return stream.pipeThrough(platform.inflate());
}
