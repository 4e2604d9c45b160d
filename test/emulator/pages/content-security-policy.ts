/**
 * A policy of our own, stricter than anything known of kintone, which has told nobody of one (UNCONFIRMED(content-security-policy)): scripts of its own host alone, none of them
 * inline, no eval, no WebAssembly, no Workers from `blob:` URLs, no frames. What survives it survives any policy that kintone may
 * introduce. Inline styles stay allowed: web components need them.
 *
 * Customizations may load scripts from anywhere, so a real one must let those of the app pass; here they are refused.
 */
export const strictContentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "object-src 'none'",
  "base-uri 'none'",
].join("; ");
