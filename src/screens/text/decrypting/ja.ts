import type { DecryptingTexts } from "./messages";

export const decryptingTexts: DecryptingTexts = {
  title: "暗号化したバックアップを開く",
  promise:
    "すべての処理はこのコンピューターの中で行われ、ネットワークは使いません。鍵とパスフレーズは保存されず、このページを閉じると消えます。",
  files: "暗号化されたファイル（.zip.age）",
  keyFile: "秘密鍵のファイル",
  secret: "または、秘密鍵かパスフレーズを入力",
  secretNote: "秘密鍵はAGE-SECRET-KEY-で始まります。",
  save: (name) => `${name}を復号して保存`,
  working: (name, percent) => `${name}を復号しています: ${percent}%`,
  done: (name, sha256) => `${name}を復号しました。SHA-256: ${sha256}`,
  noKey: "秘密鍵のファイルを選択するか、鍵またはパスフレーズを入力してください。",
  notAKeyFile: "選択したファイルに秘密鍵がありません。",
  problem: {
    NOT_ENCRYPTED: (name) => `${name}は、ageで暗号化されたファイルではありません。`,
    CUT_OFF: (name) => `${name}の末尾が欠けています。別の場所に保存した同じファイルを使ってください。`,
    CHANGED: (name) =>
      `${name}は壊れています（内容が書き込んだときと異なるか、末尾が欠けています）。別の場所に保存した同じファイルを使ってください。`,
    NO_KEY_FITS: {
      key: (name) => `${name}は、この鍵では開けません。`,
      passphrase: (name) => `${name}は、このパスフレーズでは開けません。`,
    },
  },
  notSaved: (name, reason) => `${name}を保存できませんでした（${reason}）。`,
};
