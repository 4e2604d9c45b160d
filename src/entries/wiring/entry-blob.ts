import type { ArchivedEntry } from "../../archive/reading/open-archive";

/** An entry of an archive, as what is uploaded. */
export const entryBlob = async (entry: ArchivedEntry): Promise<Blob> =>
  new Response((await entry.open()) as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
