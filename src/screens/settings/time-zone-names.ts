/** The zones that this browser knows. UTC is not among them, though every engine accepts it (ECMA-402). */
export function timeZoneNames(): string[] {
  const names = Intl.supportedValuesOf("timeZone");
  return names.includes("UTC") ? names : [...names, "UTC"];
}
