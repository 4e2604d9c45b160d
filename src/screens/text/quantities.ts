/** Numbers, sizes, durations and dates as people of one language write them. */
export interface Quantities {
  number(value: number): string;
  /** In steps of 1,024, as file managers on Windows show sizes. */
  bytes(value: number): string;
  /** Two units at most: nobody needs the seconds of an hour. */
  duration(seconds: number): string;
  /** With its time zone, as the reader of a history may sit elsewhere; `undefined` for what is no date. */
  moment(isoOrDate: string | Date): string | undefined;
}

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * @param locale BCP 47
 * @param timeZone IANA name, for moments; that of the reader otherwise
 */
export function quantitiesIn(locale: string, timeZone?: string): Quantities {
  // Made when they are used: a page of kintone waits for three languages otherwise, of which it uses one.
  const number = once(() => new Intl.NumberFormat(locale));
  const moment = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        ...{ year: "numeric", month: "2-digit", day: "2-digit" },
        ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" },
        timeZone,
      }),
  );
  const unit = (value: number, name: string, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, ...options }).format(value);
  const time = (value: number, name: "hour" | "minute" | "second") => unit(value, name, { unitDisplay: "short" });

  return {
    number: (value) => number().format(value),
    bytes(value) {
      let size = value;
      let step = 0;
      while (size >= 1024 && step < BYTE_UNITS.length - 1) {
        size /= 1024;
        step += 1;
      }
      const name = BYTE_UNITS[step] ?? "byte";
      return unit(size, name, {
        unitDisplay: step === 0 ? "long" : "short",
        maximumFractionDigits: size < 100 ? 1 : 0,
      });
    },
    duration(seconds) {
      const whole = Math.max(0, Math.round(seconds));
      if (whole < MINUTE) return time(whole, "second");
      if (whole < HOUR) {
        return `${time(Math.floor(whole / MINUTE), "minute")} ${time(whole % MINUTE, "second")}`;
      }
      return `${time(Math.floor(whole / HOUR), "hour")} ${time(Math.floor((whole % HOUR) / MINUTE), "minute")}`;
    },
    moment(isoOrDate) {
      const date = new Date(isoOrDate);
      return Number.isNaN(date.getTime()) ? undefined : moment().format(date);
    },
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
