import { base64 } from "./base64";

/** What stands in the place of a secret. */
const MASK = "***";

/**
 * What is shorter occurs in ordinary sentences: taking it out of them would show where it stood, and so what it is.
 * kintone's API tokens have 40 characters.
 */
const SHORTEST = 4;

/**
 * Headers by which browsers and clients are let in, up to the end of the line or of the quoted text: a page cannot know
 * its own session cookie, and so cannot look for it.
 */
const LET_IN_BY =
  /\b((?:set-)?cookie|x-cybozu-api-token|(?:[a-z-]+-)?authorization)(["'\\]*\s*[:=]\s*["'\\]*)[^"'\\\r\n<]+/gi;

/** Takes secrets out of what came back from kintone, or from whoever answered in its place. */
export interface Masking {
  text(text: string): string;
  /** A failure of the network or of the platform with everything that caused it: Node prints causes too. */
  failure(thrown: unknown): unknown;
}

/**
 * Whoever answers may send back what was sent: a proxy that shows the request that it refuses, an error message that quotes it.
 * Error messages get into the history, the log and onto the screen, so credentials are taken out of them here, where they
 * come in, in all the spellings in which they went out or are usually quoted: as they are, for URLs, JSON, HTML and in base64.
 */
export function maskingOf(secrets: readonly string[]): Masking {
  const spelled = secrets.filter((secret) => secret.length >= SHORTEST).flatMap(spellings);
  // The longest first, so that nothing is left of one that begins with another.
  const alternatives = [...new Set(spelled)].sort((a, b) => b.length - a.length).map(escaped);
  const known = alternatives.length > 0 ? new RegExp(alternatives.join("|"), "gi") : undefined;

  function text(given: string): string {
    const masked = known ? given.replace(known, MASK) : given;
    return masked.replace(LET_IN_BY, `$1$2${MASK}`);
  }

  function failure(thrown: unknown): unknown {
    if (!(thrown instanceof Error)) return typeof thrown === "string" ? text(thrown) : undefined;
    const { name, message, stack = "" } = thrown;
    const clean = { message: text(message), stack: text(stack), cause: failure(thrown.cause) };
    if (clean.message === message && clean.stack === stack && clean.cause === thrown.cause) return thrown;
    const copy = new Error(clean.message, { cause: clean.cause });
    return Object.assign(copy, { name, stack: clean.stack });
  }

  return { text, failure };
}

function spellings(secret: string): string[] {
  return [
    secret,
    // In JSON, with and without escapes for what is not ASCII, or for everything.
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(secret)
      .slice(1, -1)
      .replace(/[^ -~]/g, jsonEscape),
    secret.replace(/[^]/g, jsonEscape),
    secret.replace(/[&<>"']/g, entity),
    secret.replace(/[&<"]/g, entity),
    encodeURIComponent(secret),
    new URLSearchParams([["", secret]]).toString().slice(1),
    ...inBase64(secret),
  ];
}

function jsonEscape(unit: string): string {
  return String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function entity(character: string): string {
  return ENTITIES[character] ?? character;
}

/** Alone or behind something else, as the password is behind the log-in name: what base64 makes of it depends on its place in a group of three. */
function inBase64(secret: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const encoded = base64("\0".repeat(before) + secret).replace(/[=]+$/, "");
    // The first and the last sign depend on the neighbours, too.
    const own = encoded.slice(before === 0 ? 0 : before + 1, -1);
    return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
