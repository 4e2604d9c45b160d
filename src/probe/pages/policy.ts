import { asAssumedIf, type Finding, unknown } from "../finding";
import type { PagePlace } from "./place";

const LONGEST = 600;

/** As the page was sent, with its own host and whatever is made for one answer left out. */
export async function contentSecurityPolicy({ address }: PagePlace): Promise<Finding> {
  const response = await fetch(address, { cache: "no-store", credentials: "same-origin" });
  if (!response.ok) return unknown("refused", String(response.status));
  await response.body?.cancel().catch(() => undefined);
  const told = (name: string) => {
    const policy = response.headers.get(name);
    return policy === null ? [] : [`${name}: ${withoutOwn(policy, new URL(address).host)}`];
  };
  const policies = [...told("Content-Security-Policy"), ...told("Content-Security-Policy-Report-Only")];
  return asAssumedIf(policies.length === 0, policies.join("; ") || "–");
}

function withoutOwn(policy: string, host: string): string {
  const masked = policy.replaceAll(host, "<this domain>").replaceAll(/'nonce-[^']*'/g, "'nonce-…'");
  return masked.replaceAll(/report-(uri|to)[^;]*/g, "report-$1 …").slice(0, LONGEST);
}
