import { safeName } from "../names";

/** What the file name of a volume is made of. */
export interface VolumeNaming {
  prefix: string;
  /** When the run started. */
  startedAt: Date;
  /** IANA name, e.g. `Asia/Tokyo`. */
  timeZone: string;
  /** Counted from 1. */
  volume: number;
}

/** Leaves room for the stamp, the part and the extension in a name of 255 bytes. */
const MAX_PREFIX_BYTES = 200;

/** `<prefix>_<yyyyMMdd>_<HHmmss>.zip`, from the second volume on `….part02.zip`. */
export function volumeName({ prefix, startedAt, timeZone, volume }: VolumeNaming): string {
  const part = volume === 1 ? "" : `.part${String(volume).padStart(2, "0")}`;
  return `${safeName(prefix, MAX_PREFIX_BYTES)}_${stampOf(startedAt, timeZone)}${part}.zip`;
}

/** The parts of a volume's file name; `undefined` when it is not one. `stamp` is `yyyyMMdd_HHmmss` in its own time zone. */
export function parseVolumeName(name: string): { prefix: string; stamp: string; volume: number } | undefined {
  const [, prefix, stamp, part] = /^(.+)_(\d{8}_\d{6})(?:\.part(\d{2,}))?\.zip$/su.exec(name) ?? [];
  if (prefix === undefined || stamp === undefined) return undefined;
  const volume = part === undefined ? 1 : Number(part);
  return part !== undefined && volume < 2 ? undefined : { prefix, stamp, volume };
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
