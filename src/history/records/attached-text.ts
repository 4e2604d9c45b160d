import { createMeter } from "../../archive/bytes/digest";
import { utf8Chunks } from "../../archive/bytes/utf8";
import type { RecordStore } from "../../domain/record-store";

/** Values of two fields: the file, and its SHA-256, which the chain holds. */
export interface AttachedText {
  file: { value: Array<{ fileKey: string }> };
  sha256: { value: string };
}

/** Uploads texts, one behind the other, as a file that one record can take. */
export async function attachText(
  store: Pick<RecordStore, "upload">,
  name: string,
  texts: Iterable<string>,
): Promise<AttachedText> {
  const chunks = [...utf8Chunks(texts)];
  const meter = createMeter();
  for (const chunk of chunks) meter.add(chunk);
  const data = new Blob(chunks, { type: "text/plain;charset=utf-8" });
  const fileKey = await store.upload({ name, data });
  return { file: { value: [{ fileKey }] }, sha256: { value: (await meter.finish()).sha256 } };
}
