/** `2026-11-20 09:30` in the user's time zone, as kintone shows times; empty for an empty value. */
export function formatDateTime(iso: string, timeZone: string): string {
  if (iso === "") return "";
  const instant = new Date(iso);
  // The Swedish form is the ISO form.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(instant);
}

/** The instant of a wall-clock time (`2026-11-20T09:30`) in a time zone, as `2026-11-20T00:30:00Z`. */
export function instantOf(local: string, timeZone: string): string {
  if (local === "") return "";
  const asUtc = Date.parse(`${local}Z`);
  // Two steps, because the offset at the first guess may be that before a change of the clocks.
  let instant = asUtc;
  for (let step = 0; step < 2; step++) {
    const shown = Date.parse(`${formatDateTime(new Date(instant).toISOString(), timeZone).replace(" ", "T")}Z`);
    instant += asUtc - shown;
  }
  return `${new Date(instant).toISOString().slice(0, 16)}:00Z`;
}
