import type { Finding } from "../../../archive/verify/finding";
import { harmless } from "../harmless";
import type { VerifyMessages } from "./messages";

/**
 * Two to four sentences for people: what is wrong with what, what it means, and what to do. They end with the code and the
 * developer's words, which have digests and numbers: `(VOLUME_FOREIGN: Of run a, not b)`.
 */
export function describeFinding({ finding, withDetail }: VerifyMessages, found: Finding): string {
  return harmless(withDetail(finding[found.code](found), `${found.code}: ${found.message}`));
}
