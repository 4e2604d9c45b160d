import { quantitiesIn } from "../quantities";
import type { EncryptionTexts } from "./messages";

const ANOTHER_COPY = "Use another copy of it.";

export const encryptionTexts: EncryptionTexts = {
  closed: {
    NOT_ENCRYPTED: (file) => `${file} is no file that was encrypted with age.`,
    NO_KEY: {
      key: (file) => `${file} is encrypted. Give the secret key of one of those whom it is for: --identity <key file>.`,
      passphrase: (file) => `${file} is encrypted with a passphrase. Give it in a file: --passphrase-file <file>.`,
    },
    NO_KEY_FITS: {
      key: (file) =>
        `${file} was encrypted for other keys than the one that was given. Use the key that archives were for when it was made.`,
      passphrase: (file) => `${file} was encrypted with another passphrase than the one that was given.`,
    },
    CUT_OFF: (file) => `The end of ${file} is missing. ${ANOTHER_COPY}`,
    CHANGED: (file) => `${file} is damaged: it is not what was written, or its end is missing. ${ANOTHER_COPY}`,
  },
  keyFile: {
    unreadable: (file, reason) => `${file} cannot be read (reason: ${reason}).`,
    "no-keys": (file) =>
      `${file} is no file of secret keys: each line begins with AGE-SECRET-KEY-, or with # where it is a comment.`,
    "public-key": (file) =>
      `${file} holds a public key, which encrypts and opens nothing. Give the secret key that belongs to it.`,
    "no-passphrase": (file) => `There is no passphrase in the first line of ${file}.`,
    "open-to-others": (file) =>
      `Others may read the passphrase in ${file}, so nothing was done. Take that right away (chmod 600), and choose another passphrase if somebody could have read it.`,
  },
  recipient: {
    secret: (name) => `What stands for ${name} is a secret key. Take it out of the settings file.`,
    "other-kind": (name) =>
      `The key of ${name} is of a kind that not every program for age opens. Use a key of age-keygen.`,
    "not-a-key": (name) => `The public key of ${name} is not right to its last letter. Copy it once more.`,
  },
  aside: (names) =>
    `These encrypted files were left aside, as no key that was given opens them, or as they are damaged: ${names.join(", ")}.`,
  readAfresh:
    "The archive of the last run is encrypted and no key for it was given, so nothing is taken over from it: everything is read afresh.",
  nobodysKey: "The secret key that was given belongs to none of the public keys in the settings file.",
  noKeys: "There are no keys in the settings file: it has no encryption.recipients.",
  pageNotLaid: (reason) => `The page that opens encrypted archives could not be put beside them: ${reason}`,
  decrypted: (file, { name, size, sha256 }) =>
    `${file}: ${name}, ${quantitiesIn("en").bytes(size)}, SHA-256: ${sha256}`,
  notDecrypted: (file, reason) => `${file} was not decrypted: ${reason}`,
  decryptedNote:
    "Whether these are the zips that the history tells of: kintone-backup check-history <settings file> --zips <folder>. Whether they are whole: kintone-backup verify <zip> ….",
  testFile: (name, word) =>
    `This file could be opened, so the key of "${name}" works. Put this word beside its public key in the settings file:\n\n"proven": "${word}"\n`,
  testFiles: (written) =>
    [
      "A test file was written for each key that nobody has tried yet:",
      ...written.map(({ name, file }) => `  ${name}: ${file}`),
      "Whoever has the secret key decrypts it where that key is (kintone-backup decrypt, decrypt.html, or age), and puts the word in it",
      'into the settings file beside the public key: "proven": "<word>". Until then, nothing runs with this file.',
      "If all secret keys are lost, the backups are lost: nobody can open them, we neither.",
    ].join("\n"),
  allProven: "All keys in the settings file have been tried.",
  singleKey: "There is only one key. Add a second one that is kept elsewhere: all keys lost = backups lost.",
};
