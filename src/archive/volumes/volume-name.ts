import { safeName } from "../names";

/** What the name of an archive is made of. */
export interface ArchiveNaming {
  prefix: string;
  /** When the run started. */
  startedAt: Date;
  /** IANA name, e.g. `Asia/Tokyo`. */
  timeZone: string;
}

/** Leaves room for the stamp, the mark, the part and the extension in a name of 255 bytes. */
const MAX_PREFIX_BYTES = 200;

/** `<prefix>_<yyyyMMdd>_<HHmmss>`: what the file names of all its volumes begin with. */
export function archiveName({ prefix, startedAt, timeZone }: ArchiveNaming): string {
  return `${safeName(prefix, MAX_PREFIX_BYTES)}_${stampOf(startedAt, timeZone)}`;
}

/**
 * The same with the mark of the run behind it, `-4f9a1c`: two domains may be backed up in the same second, and the hour in which
 * summer time ends comes twice.
 */
export function markedArchiveName(naming: ArchiveNaming, runId: string): string {
  return `${archiveName(naming)}-${/[0-9a-z]+$/.exec(runId)?.[0] ?? "0"}`;
}

/** Of a volume, counted from 1: `<archive>.zip`, from the second on `<archive>.part02.zip`. */
export function volumeName(archive: string, volume: number): string {
  return `${archive}${volume === 1 ? "" : `.part${String(volume).padStart(2, "0")}`}.zip`;
}

/** Which volume of which archive has that file name; `undefined` when it is not one. */
export function parseVolumeName(name: string): { archive: string; volume: number } | undefined {
  const [, archive, part] = /^(.+_\d{8}_\d{6}(?:-[0-9a-z]+)?)(?:\.part(\d{2,}))?\.zip$/su.exec(name) ?? [];
  if (archive === undefined) return undefined;
  const volume = part === undefined ? 1 : Number(part);
  return part !== undefined && volume < 2 ? undefined : { archive, volume };
}

function stampOf(date: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
  const joined = (...types: Intl.DateTimeFormatPartTypes[]) => types.map((type) => parts.get(type)).join("");
  return `${joined("year", "month", "day")}_${joined("hour", "minute", "second")}`;
}
