import type { ArchivedEntry } from "../../archive/reading/open-archive";

/** The bytes of an entry, for an upload. */
export const archivedBlob = async (entry: Pick<ArchivedEntry, "open">): Promise<Blob> =>
  new Response((await entry.open()) as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
