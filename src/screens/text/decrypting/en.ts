import type { DecryptingTexts } from "./messages";

export const decryptingTexts: DecryptingTexts = {
  title: "Open encrypted backups",
  promise:
    "Everything is done on this computer, without a network. The key and the passphrase are not kept: they are gone when this page is closed.",
  files: "Encrypted files (.zip.age)",
  keyFile: "File with the secret key",
  secret: "Or enter the secret key or the passphrase",
  secretNote: "A secret key begins with AGE-SECRET-KEY-.",
  save: (name) => `Decrypt and save ${name}`,
  working: (name, percent) => `Decrypting ${name}: ${percent}%`,
  done: (name, sha256) => `${name} was decrypted. SHA-256: ${sha256}`,
  noKey: "Choose the file with the secret key, or enter the key or the passphrase.",
  notAKeyFile: "The file that was chosen holds no secret keys.",
  problem: {
    NOT_ENCRYPTED: (name) => `${name} is no file that was encrypted with age.`,
    CUT_OFF: (name) => `The end of ${name} is missing. Use another copy of it.`,
    CHANGED: (name) => `${name} is damaged: it is not what was written, or its end is missing. Use another copy of it.`,
    NO_KEY_FITS: {
      key: (name) => `${name} was encrypted for other keys than this one.`,
      passphrase: (name) => `${name} was encrypted with another passphrase.`,
    },
  },
  notSaved: (name, reason) => `${name} was not saved (${reason}).`,
};
