import { guestSpaceIn } from "./guest-space";

/**
 * The number of a space, from what somebody typed: the number itself, or the URL of the space, which ends with `#/space/<number>`, or
 * of any page of a guest space. `undefined` for anything else.
 */
export function spaceIn(typed: string): string | undefined {
  return /#\/space\/([1-9]\d{0,17})(?:\/|$)/.exec(typed.normalize("NFKC").trim())?.[1] ?? guestSpaceIn(typed);
}
