/**
 * The URL of a kintone as somebody typed it, without slashes at its end. Credentials travel with every request, so only this
 * machine is spoken to without TLS: `undefined` for every other address.
 */
export function readAddress(given: string): string | undefined {
  const isSafe = /^(https:\/\/[^/@?#\s]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)\/*$/i.test(given);
  return isSafe ? given.replace(/\/+$/, "") : undefined;
}
