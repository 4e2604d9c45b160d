/**
 * The number of a guest space, from what somebody typed: the number itself, or the URL of any page of it, which has
 * `/k/guest/<number>/` in it (cybozu.dev, URLs of guest spaces). `undefined` for anything else.
 */
export function guestSpaceIn(typed: string): string | undefined {
  const text = typed.normalize("NFKC").trim();
  const [, number] = /^0*([1-9]\d{0,17})$/.exec(text) ?? /\/k\/guest\/([1-9]\d{0,17})(?:\/|$)/.exec(text) ?? [];
  return number;
}
