/**
 * A policy of our own, stricter than anything known of kintone, whose pages send none as a rule (UNCONFIRMED(content-security-policy)): no inline scripts, no eval, no workers from `blob:` URLs.
 * What survives it survives any policy that kintone may introduce. Inline styles stay allowed: web components need them.
 */
export const strictContentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
].join("; ");
