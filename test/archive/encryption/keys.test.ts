import { describe, expect, test } from "vitest";
import { readKeyFile, recipientsOf } from "../../../src/archive/encryption/keys";
import { areMixed, holdsSecretKey, readRecipient } from "../../../src/archive/encryption/recipients";
import { newKey } from "./encrypted";

describe("a public key", () => {
  test("is one of two kinds, and both are not mixed", async () => {
    const [classic, postQuantum] = [await newKey(), await newKey("post-quantum")];
    expect(readRecipient(classic.recipient)).toEqual({ kind: "classic" });
    expect(readRecipient(postQuantum.recipient)).toEqual({ kind: "post-quantum" });
    expect(areMixed(["classic", "classic"])).toBe(false);
    expect(areMixed(["classic", "post-quantum"])).toBe(true);
  });

  test("is no secret one, however it was pasted", async () => {
    const { identity } = await newKey();
    for (const pasted of [identity, identity.toLowerCase(), `# created\n${identity}\n`]) {
      expect(holdsSecretKey(pasted)).toBe(true);
      expect(readRecipient(pasted)).toEqual({ problem: "secret" });
    }
  });

  test("is right to the last letter", async () => {
    const { recipient } = await newKey();
    const last = recipient.endsWith("q") ? "p" : "q";
    for (const wrong of [`${recipient.slice(0, -1)}${last}`, recipient.slice(0, -1), "age1", "", "ssh-ed25519 AAAA"]) {
      expect(readRecipient(wrong)).toEqual({ problem: "not-a-key" });
    }
  });
});

describe("a key file", () => {
  test("is as age-keygen writes it", async () => {
    const [one, other] = [await newKey(), await newKey("post-quantum")];
    const text = `# created: 2026-11-30T18:00:00+09:00\r\n# public key: ${one.recipient}\r\n${one.identity}\r\n\r\n${other.identity}`;
    const identities = readKeyFile(`\uFEFF${text}`);
    expect(identities).toEqual([one.identity, other.identity]);
    expect(await recipientsOf({ identities: identities ?? [] })).toEqual([one.recipient, other.recipient]);
  });

  test("has nothing else in it", async () => {
    const { identity, recipient } = await newKey();
    for (const text of ["", "# only a comment", recipient, `${identity}x`, `${identity}\nhello`]) {
      expect(readKeyFile(text)).toBeUndefined();
    }
  });
});
