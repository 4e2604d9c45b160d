import { platform } from "../bytes/platform";
import type { Packed } from "../entry";

/**
 * The bytes of an entry before compression. Errors when they are not what deflate makes.
 *
 * @param size how many are to be expected; whether there are more or fewer is for others to find out
 */
export async function unpacked({ method, open }: Packed, size: number): Promise<ReadableStream<Uint8Array>> {
  const stream = await open();
  if (method === "store") return stream;
  return stream.pipeThrough(platform.inflate(size));
}
