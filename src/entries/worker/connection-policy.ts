/**
 * Whether the content security policy that this context has (a Worker: that of its script) lets it connect to nowhere near `url`. Asked of
 * the browser by asking for the headers of that address; a network that is away is no policy.
 */
export async function mayConnect(url: string): Promise<boolean> {
  let isForbidden = false;
  const listen = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    isForbidden ||= effectiveDirective === "connect-src";
  };
  self.addEventListener("securitypolicyviolation", listen);
  await fetch(url, { method: "HEAD" }).catch(() => undefined);
  // The event comes as a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
  self.removeEventListener("securitypolicyviolation", listen);
  return !isForbidden;
}
