/** A moment as an input for local times has it, to the minute; empty for none. */
export function localMoment(moment: string | undefined): string {
  if (moment === undefined) return "";
  const at = new Date(moment);
  const [year, ...others] = [at.getFullYear(), at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes()];
  const [month, day, hour, minute] = others.map((part) => String(part).padStart(2, "0"));
  return `${String(year).padStart(4, "0")}-${month}-${day}T${hour}:${minute}`;
}

/** The moment that a local time is here (ISO 8601, UTC). */
export function momentOf(local: string): string | undefined {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
