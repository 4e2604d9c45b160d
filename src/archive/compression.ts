import type { Method } from "./entry";
import { fileExtension } from "./names";

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
