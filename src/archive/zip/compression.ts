import type { Method } from "../entry";
import { fileExtension } from "../names";

/** Formats that are compressed already: deflating them takes 2.7 times the time of storing and saves nothing. */
const COMPRESSED = new Set(
  (
    "7z aac apk avi avif br bz2 docm docx dotx epub flac flv gif gz heic heif jar jpeg jpg jxl lz4 lzh m4a m4v mkv mov mp3 " +
    "mp4 mpeg mpg odp ods odt ogg ogv opus pdf png potx ppsx pptm pptx rar tgz vsdx webm webp wma wmv woff woff2 xlsm " +
    "xlsx xltx xz zip zst"
  ).split(" "),
);

/** Whether an entry is worth deflating, by the extension of its name. */
export function methodOf({ path }: { path: string }): Method {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return COMPRESSED.has(fileExtension(name).slice(1).toLowerCase()) ? "store" : "deflate";
}

/** As much as tells what the rest is like; a run may look at thousands of files. */
const SAMPLE_BYTES = 16 * 1024;

/** Of a byte, at most 8. Texts have 4 to 6, what is compressed or encrypted more than 7.9. */
const BITS_NOT_WORTH_IT = 7.5;

/** Whether the beginning of some content looks as if deflate could save anything: names do not tell everything. */
export function isWorthDeflating(beginning: Uint8Array): boolean {
  const sample = beginning.subarray(0, SAMPLE_BYTES);
  // Of a few bytes, each looks like chance.
  if (sample.length < 4096) return true;
  const counts = new Uint32Array(256);
  // Not `for … of`, which takes ten times as long over bytes.
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] as number;
    counts[byte] = (counts[byte] as number) + 1;
  }
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / sample.length) * Math.log2(count / sample.length);
  return bits < BITS_NOT_WORTH_IT;
}
