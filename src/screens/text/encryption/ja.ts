import { quantitiesIn } from "../quantities";
import type { EncryptionTexts } from "./messages";

const ANOTHER_COPY = "別の場所に保存した同じファイルを使ってください。";

export const encryptionTexts: EncryptionTexts = {
  closed: {
    NOT_ENCRYPTED: (file) => `${file}は、ageで暗号化されたファイルではありません。`,
    NO_KEY: {
      key: (file) => `${file}は暗号化されています。開ける人の秘密鍵を指定してください: --identity <鍵ファイル>`,
      passphrase: (file) =>
        `${file}はパスフレーズで暗号化されています。パスフレーズを書いたファイルを指定してください: --passphrase-file <ファイル>`,
    },
    NO_KEY_FITS: {
      key: (file) => `${file}は、指定された鍵では開けません。作成したときに使っていた鍵を指定してください。`,
      passphrase: (file) => `${file}は、指定されたパスフレーズでは開けません。`,
    },
    CUT_OFF: (file) => `${file}の末尾が欠けています。${ANOTHER_COPY}`,
    CHANGED: (file) => `${file}は壊れています（内容が書き込んだときと異なるか、末尾が欠けています）。${ANOTHER_COPY}`,
  },
  keyFile: {
    unreadable: (file, reason) => `${file}を読み込めません（原因: ${reason}）。`,
    "no-keys": (file) =>
      `${file}は秘密鍵のファイルではありません。各行は、AGE-SECRET-KEY-で始まる鍵か、#で始まるコメントです。`,
    "public-key": (file) => `${file}に書かれているのは公開鍵で、復号には使えません。対応する秘密鍵を指定してください。`,
    "no-passphrase": (file) => `${file}の1行目にパスフレーズがありません。`,
    "open-to-others": (file) =>
      `${file}のパスフレーズをほかのユーザーも読めるため、何も実行しませんでした。読む権限を外し（chmod 600）、読まれたおそれがある場合はパスフレーズを変えてください。`,
  },
  recipient: {
    secret: (name) => `「${name}」に書かれているのは秘密鍵です。設定ファイルから削除してください。`,
    "other-kind": (name) =>
      `「${name}」の鍵は、一部のageでしか使えない種類です。age-keygenで作った鍵を使ってください。`,
    "not-a-key": (name) => `「${name}」の公開鍵に誤りがあります。もう一度コピーしてください。`,
  },
  aside: (names) =>
    `次の暗号化ファイルは、指定された鍵で開けないか壊れているため、使いませんでした: ${names.join("、")}`,
  readAfresh:
    "前回のアーカイブは暗号化されていて、鍵が指定されていません。引き継げるデータがないため、すべてを読み直します。",
  nobodysKey: "指定された秘密鍵は、設定ファイルのどの公開鍵にも対応していません。",
  noKeys: "設定ファイルに鍵がありません（encryption.recipientsがありません）。",
  pageNotLaid: (reason) =>
    `暗号化したアーカイブを開くためのページを、アーカイブと同じ場所に置けませんでした: ${reason}`,
  decrypted: (file, { name, size, sha256 }) =>
    `${file}: ${name}、${quantitiesIn("ja").bytes(size)}、SHA-256: ${sha256}`,
  notDecrypted: (file, reason) => `${file}は復号していません: ${reason}`,
  decryptedNote:
    "履歴にあるzipと同じかどうかは「kintone-backup check-history <設定ファイル> --zips <フォルダー>」で、内容がそろっているかどうかは「kintone-backup verify <zip> …」で確認できます。",
  testFile: (name, word) =>
    `このファイルを開けたので、「${name}」の鍵は使えます。設定ファイルの公開鍵の隣に、次の語を書いてください。\n\n"proven": "${word}"\n`,
  testFiles: (written) =>
    [
      "まだ試されていない鍵のテストファイルを作成しました。",
      ...written.map(({ name, file }) => `  ${name}: ${file}`),
      "秘密鍵を持つ人が、その鍵のある場所で復号し（kintone-backup decrypt、decrypt.html、またはage）、中に書かれている語を",
      '設定ファイルの公開鍵の隣に書いてください: "proven": "<語>"。それまで、この設定ファイルでは実行できません。',
      "秘密鍵をすべて失うと、バックアップもすべて失われます。誰にも開けません。",
    ].join("\n"),
  allProven: "設定ファイルの鍵は、すべて試されています。",
  singleKey:
    "鍵が1つしかありません。別の場所に保管する2つ目の鍵を追加してください。秘密鍵をすべて失うと、バックアップもすべて失われます。",
};
