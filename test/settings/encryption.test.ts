import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCommandFile } from "../../src/settings/command-file";
import { isProofOf, proofWord } from "../../src/settings/key-proof";
import { newKey } from "../archive/encryption/encrypted";

const DAY = "20261130";
const complete = { baseUrl: "https://example.cybozu.com", app: "5", folder: "backups" };
const parse = (recipients: unknown, unproven?: "allowed") =>
  parseCommandFile(JSON.stringify({ ...complete, encryption: { recipients } }), unproven);
const problems = (recipients: unknown, unproven?: "allowed") => {
  const parsed = parse(recipients, unproven);
  return "problems" in parsed ? parsed.problems.map(({ field, reason }) => `${field}: ${reason}`) : [];
};
const proven = async (name: string, kind?: "post-quantum") => {
  const { recipient: publicKey } = await newKey(kind);
  return { name, publicKey, proven: proofWord(publicKey, DAY) };
};

describe("the keys of archives in the command's file", () => {
  it("are those with which somebody has decrypted a test file", async () => {
    const recipients = [await proven("company"), await proven("auditor")];
    expect(parse(recipients)).toMatchObject({ file: { encryption: { recipients } } });
    expect(problems([await proven("company", "post-quantum")])).toEqual([]);
  });

  it("are refused as long as nobody has, and when the word is another key's", async () => {
    const [company, auditor] = [await proven("company"), await proven("auditor")];
    const { proven: _word, ...unproven } = company;
    expect(problems([auditor, unproven])).toEqual(["encryption.recipients.1.proven: not-proven"]);
    expect(problems([auditor, unproven], "allowed")).toEqual([]);
    expect(problems([{ ...company, proven: auditor.proven }])).toEqual(["encryption.recipients.0.proven: not-proven"]);
  });

  it("are public ones: a secret one is named as such, wherever it was pasted", async () => {
    const { identity } = await newKey();
    const company = await proven("company");
    const pasted = { ...company, publicKey: identity };
    expect(problems([pasted])).toEqual(["encryption.recipients.0.publicKey: secret-key"]);
    expect(problems([{ ...company, name: identity.toLowerCase() }])).toEqual([
      "encryption.recipients.0.name: secret-key",
    ]);
    expect(problems([{ ...company, publicKey: "ssh-ed25519 AAAA" }])).toEqual([
      "encryption.recipients.0.publicKey: not-a-public-key",
    ]);
  });

  it("are not mixed, not there twice, and not none", async () => {
    const [company, strong] = [await proven("company"), await proven("strong", "post-quantum")];
    expect(problems([company, strong])).toEqual(["encryption.recipients: mixed-keys"]);
    expect(problems([company, company])).toEqual(["encryption.recipients: same-key-twice"]);
    expect(problems([])).toEqual(["encryption.recipients: required"]);
    expect(problems(undefined)).toEqual(["encryption.recipients: required"]);
    expect(problems([{ ...company, identity: "x" }])).toEqual(["encryption.recipients.0.identity: unknown-name"]);
  });
});

it("a word proves one key, as it was written", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (key, other) => {
      const word = proofWord(key, DAY);
      expect(isProofOf(key, word)).toBe(true);
      expect(isProofOf(other, word)).toBe(other === key);
      expect(isProofOf(key, `${word}x`)).toBe(false);
      expect(isProofOf(key, word.replace(DAY, "20261201"))).toBe(false);
    }),
  );
});
