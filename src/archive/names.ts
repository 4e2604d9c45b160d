/** The folder of a target in the archive: `12`, or `guest-3-12` in guest space 3. */
export function targetFolder(app: { appId: string; guestSpaceId?: string }): string {
  return app.guestSpaceId === undefined ? app.appId : `guest-${app.guestSpaceId}-${app.appId}`;
}

/** ext4 takes 255 bytes in a name; this leaves room for ` (12)`. */
const MAX_NAME_BYTES = 240;

/** ext4, APFS and NTFS. */
const MAX_SEGMENT_BYTES = 255;

/** What cli-kintone replaces on Windows (@kintone/cli 1.19.2, `record/export/utils/file.js`), and control characters. */
const UNSAFE_CHARACTERS = /[*?|\\/":<>\p{Cc}\p{Cs}]/gu;

/** Info-ZIP's unzip takes it for the version of a file on VMS and drops it, so that `a;1` and `a;2` become one file. */
const VERSION_NUMBER = /;(?=\d*$)/;

/** Windows drops them. */
const TRAILING_DOTS_AND_SPACES = /[. ]+$/;

/** Microsoft, "Naming Files, Paths, and Namespaces": reserved with any extension, and with spaces before it. */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i;

/**
 * One path segment that Windows, macOS and Linux all accept, of at most `maxBytes` bytes of UTF-8. A name that is safe
 * already comes back unchanged. Different names can become the same.
 */
export function safeName(name: string, maxBytes = MAX_NAME_BYTES): string {
  const replaced = name
    .replace(UNSAFE_CHARACTERS, "_")
    .replace(VERSION_NUMBER, "_")
    .replace(TRAILING_DOTS_AND_SPACES, underscores);
  const named = replaced === "" || WINDOWS_DEVICE.test(replaced) ? `_${replaced}` : replaced;
  return shortened(named, maxBytes).replace(TRAILING_DOTS_AND_SPACES, underscores);
}

/** Whether a path may be in an archive: relative, with `/`, every segment safe. */
export function isSafePath(path: string): boolean {
  // What is too long is not worth being shortened first: a directory can hold tens of thousands of such paths.
  const isShort = (segment: string) => utf8Length(segment) <= MAX_SEGMENT_BYTES;
  return path.split("/").every((segment) => isShort(segment) && safeName(segment, MAX_SEGMENT_BYTES) === segment);
}

/** What two paths share when Windows or macOS would take them for the same. */
export function foldedName(path: string): string {
  return path.normalize("NFD").toUpperCase().toLowerCase().normalize("NFC");
}

/** With its dot, as Node's `path.extname` has it: `.pdf`; empty for `README` and `.profile`. */
export function fileExtension(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot) : "";
}

/** Keeps the extension, unless what looks like one is longer than extensions are. */
function shortened(name: string, maxBytes: number): string {
  if (utf8Length(name) <= maxBytes) return name;
  const extension = fileExtension(name);
  const kept = utf8Length(extension) <= 32 ? extension : "";
  let room = maxBytes - utf8Length(kept);
  let base = "";
  for (const character of name) {
    room -= utf8Length(character);
    if (room < 0) break;
    base += character;
  }
  return base + kept;
}

function underscores(characters: string): string {
  return "_".repeat(characters.length);
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
