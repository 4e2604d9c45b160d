import * as v from "valibot";
import { isProofOf } from "./key-proof";
import { reason } from "./problem";

/** Lists of more are nobody's, and each key makes every file longer. */
const MOST_KEYS = 20;

/** Bech32 as age writes it: a classic key is 62 letters, one against quantum computers nearly two thousand. Whether the letters are right, its test file shows. */
const PUBLIC_KEY = /^age1(?:pq1)?[02-9ac-hj-np-z]{50,2100}$/;
const POST_QUANTUM = /^age1pq1/;

const required = () => reason("required");
const notASecret = v.check((text: string) => !/AGE-SECRET-KEY/i.test(text), reason("secret-key"));

const recipient = v.pipe(
  v.strictObject(
    {
      name: v.pipe(
        v.string(required),
        v.trim(),
        v.nonEmpty(required),
        v.maxLength(100, reason("too-long", { max: 100 })),
        notASecret,
      ),
      publicKey: v.pipe(
        v.string(required),
        v.trim(),
        v.nonEmpty(required),
        notASecret,
        v.regex(PUBLIC_KEY, reason("not-a-public-key")),
      ),
      proven: v.exactOptional(v.pipe(v.string(reason("not-proven")), v.trim())),
    },
    (issue) => reason(issue.expected === "never" ? "unknown-name" : "required"),
  ),
);

/** Whom the archives are encrypted for: public keys alone. What is in here may be read by everybody. */
export const encryptionSchema = v.strictObject(
  {
    recipients: v.pipe(
      v.array(recipient, required),
      v.minLength(1, required()),
      v.maxLength(MOST_KEYS, reason("out-of-range", { min: 1, max: MOST_KEYS })),
      v.check((all) => new Set(all.map(({ publicKey }) => publicKey)).size === all.length, reason("same-key-twice")),
      v.check(
        (all) => new Set(all.map(({ publicKey }) => POST_QUANTUM.test(publicKey))).size < 2,
        reason("mixed-keys"),
      ),
    ),
  },
  (issue) => reason(issue.expected === "never" ? "unknown-name" : "required"),
);

export type EncryptionSettings = v.InferOutput<typeof encryptionSchema>;
export type Recipient = EncryptionSettings["recipients"][number];

/** Somebody has decrypted the test file of the key. */
export const isProven = ({ publicKey, proven }: Recipient): boolean =>
  proven !== undefined && isProofOf(publicKey, proven);
