import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEncrypted } from "../../../src/archive/encryption/age-header";
import { decryptedSource } from "../../../src/archive/encryption/decrypted-source";
import { fileKeyBy } from "../../../src/archive/encryption/file-key";
import { NO_KEYS } from "../../../src/archive/encryption/keys";
import { randomAccess } from "../volume-fixture";
import { decrypted, encryptedBytes, lockedBytes, newKey, opening, someBytes } from "./encrypted";

const CHUNK = 64 * 1024;
/** Around the ends of chunks, where whoever counts them may be wrong by one. */
const SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK - 16, 3 * CHUNK + 16];

describe("what was encrypted", () => {
  test.each(SIZES)("is what it was: %i bytes", async (size) => {
    const [company, auditor] = [await newKey(), await newKey()];
    const plain = someBytes(size);
    const { bytes, readBack } = await encryptedBytes(plain, {
      recipients: [company.recipient, auditor.recipient],
    });
    for (const open of [opening(company.identity), opening(auditor.identity)]) {
      expect(Buffer.from(await decrypted(bytes, open)).equals(plain)).toBe(true);
    }
    expect(Buffer.from(await readBack()).equals(plain)).toBe(true);
  });

  test("can be read anywhere, in any order", async () => {
    const { identity, recipient } = await newKey();
    const plain = someBytes(3 * CHUNK + 777);
    const { bytes } = await encryptedBytes(plain, { recipients: [recipient] });
    const source = await decryptedSource(randomAccess(bytes), opening(identity));
    expect(source.size).toBe(plain.length);
    const place = fc.integer({ min: 0, max: plain.length });
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        expect(Buffer.from(await source.bytes(from, to)).equals(plain.subarray(from, to))).toBe(true);
      }),
      {
        numRuns: 60,
        examples: [
          [0, plain.length],
          [CHUNK, 2 * CHUNK],
          [CHUNK - 1, CHUNK + 1],
          [5, 5],
        ],
      },
    );
  });

  test("opens with keys against quantum computers", async () => {
    const { identity, recipient } = await newKey("post-quantum");
    const plain = someBytes(100);
    const { bytes } = await encryptedBytes(plain, { recipients: [recipient] });
    expect(await decrypted(bytes, opening(identity))).toEqual(plain);
  });

  test("opens with a passphrase, among other keys", async () => {
    const plain = someBytes(100);
    const { readBack } = await encryptedBytes(plain, { passphrase: "four words of a list" });
    expect(await readBack()).toEqual(plain);

    const { identity } = await newKey();
    const open = fileKeyBy({ identities: [identity], passphrases: ["another", "right"] });
    expect(await decrypted(await lockedBytes(plain, "right"), open)).toEqual(plain);
  });
});

describe("what does not open", () => {
  const plain = someBytes(2 * CHUNK + 5);

  test("is encrypted for others", async () => {
    const [{ recipient }, stranger] = [await newKey(), await newKey()];
    const { bytes } = await encryptedBytes(plain, { recipients: [recipient] });
    for (const open of [opening(stranger.identity), fileKeyBy(NO_KEYS)]) {
      await expect(decrypted(bytes, open)).rejects.toMatchObject({ code: "NO_KEY_FITS", wants: "key" });
    }
    const locked = await lockedBytes(plain, "right");
    const wrong = fileKeyBy({ identities: [stranger.identity], passphrases: ["wrong"] });
    for (const open of [wrong, fileKeyBy(NO_KEYS)]) {
      await expect(decrypted(locked, open)).rejects.toMatchObject({ code: "NO_KEY_FITS", wants: "passphrase" });
    }
  });

  test("is no such file", async () => {
    const { identity } = await newKey();
    for (const bytes of [someBytes(500), new TextEncoder().encode("PK\u0003\u0004"), new Uint8Array()]) {
      await expect(decrypted(bytes, opening(identity))).rejects.toMatchObject({ code: "NOT_ENCRYPTED" });
      expect(await isEncrypted(randomAccess(bytes))).toBe(false);
    }
  });

  test("was cut off or changed, wherever that is: it is never read as something else", async () => {
    const { identity, recipient } = await newKey();
    const { bytes } = await encryptedBytes(plain, { recipients: [recipient] });
    expect(await isEncrypted(randomAccess(bytes))).toBe(true);
    const place = fc.integer({ min: 1, max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ by;
        await expect(decrypted(changed, opening(identity))).rejects.toMatchObject({ name: "EncryptionError" });
        await expect(decrypted(bytes.subarray(0, at), opening(identity))).rejects.toMatchObject({
          code: expect.stringMatching(/^(CUT_OFF|CHANGED)$/),
        });
      }),
      { numRuns: 60 },
    );
  });

  test("says that its end is missing when it was cut off between two chunks, and holds nothing more behind its end", async () => {
    const { identity, recipient } = await newKey();
    const { bytes } = await encryptedBytes(plain, { recipients: [recipient] });
    const last = 5 + 16;
    await expect(decrypted(bytes.subarray(0, -last), opening(identity))).rejects.toMatchObject({ code: "CUT_OFF" });
    const longer = new Uint8Array([...bytes, 0]);
    await expect(decrypted(longer, opening(identity))).rejects.toMatchObject({ code: "CHANGED" });
  });
});
