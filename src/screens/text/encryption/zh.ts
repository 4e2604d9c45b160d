import { quantitiesIn } from "../quantities";
import type { EncryptionTexts } from "./messages";

const ANOTHER_COPY = "请使用保存在别处的同一文件。";

export const encryptionTexts: EncryptionTexts = {
  closed: {
    NOT_ENCRYPTED: (file) => `${file}不是用age加密的文件。`,
    NO_KEY: {
      key: (file) => `${file}已加密。请指定可打开它的私钥：--identity <密钥文件>`,
      passphrase: (file) => `${file}已用密码短语加密。请指定写有密码短语的文件：--passphrase-file <文件>`,
    },
    NO_KEY_FITS: {
      key: (file) => `${file}不能用指定的密钥打开。请使用生成该归档时所用的密钥。`,
      passphrase: (file) => `${file}不能用指定的密码短语打开。`,
    },
    CUT_OFF: (file) => `${file}的末尾缺失。${ANOTHER_COPY}`,
    CHANGED: (file) => `${file}已损坏：内容与写入时不同，或末尾缺失。${ANOTHER_COPY}`,
  },
  keyFile: {
    unreadable: (file, reason) => `无法读取${file}（原因：${reason}）。`,
    "no-keys": (file) => `${file}不是私钥文件。每一行应是以AGE-SECRET-KEY-开头的密钥，或以#开头的注释。`,
    "public-key": (file) => `${file}中是公钥，不能用于解密。请指定与其对应的私钥。`,
    "no-passphrase": (file) => `${file}的第一行没有密码短语。`,
    "open-to-others": (file) =>
      `其他用户也能读取${file}中的密码短语，因此未执行任何操作。请取消该权限（chmod 600）；如果可能已被读取，请更换密码短语。`,
  },
  recipient: {
    secret: (name) => `“${name}”处写的是私钥。请将其从设置文件中删除。`,
    "other-kind": (name) => `“${name}”的密钥属于只有部分age程序支持的类型。请使用age-keygen生成的密钥。`,
    "not-a-key": (name) => `“${name}”的公钥有误。请重新复制。`,
  },
  aside: (names) => `以下加密文件不能用指定的密钥打开，或已损坏，因此未使用：${names.join("、")}`,
  readAfresh: "上次的归档已加密，且未指定密钥，因此没有可沿用的内容：全部重新读取。",
  nobodysKey: "指定的私钥与设置文件中的任何公钥都不对应。",
  noKeys: "设置文件中没有密钥（没有encryption.recipients）。",
  pageNotLaid: (reason) => `无法将用于打开加密归档的页面放在归档旁边：${reason}`,
  decrypted: (file, { name, size, sha256 }) =>
    `${file}：${name}，${quantitiesIn("zh").bytes(size)}，SHA-256：${sha256}`,
  notDecrypted: (file, reason) => `${file}未解密：${reason}`,
  decryptedNote:
    "是否与历史记录中的zip相同，可用“kintone-backup check-history <设置文件> --zips <文件夹>”确认；内容是否完整，可用“kintone-backup verify <zip> …”确认。",
  testFile: (name, word) =>
    `此文件能够打开，说明“${name}”的密钥可用。请将以下词写在设置文件中公钥的旁边：\n\n"proven": "${word}"\n`,
  testFiles: (written) =>
    [
      "已为尚未试过的密钥生成测试文件：",
      ...written.map(({ name, file }) => `  ${name}：${file}`),
      "请由持有私钥的人在私钥所在之处解密（kintone-backup decrypt、decrypt.html或age），并将其中的词写在",
      '设置文件中公钥的旁边："proven": "<词>"。在此之前，不能用此设置文件执行。',
      "如果丢失所有私钥，备份也将全部丢失：任何人都无法打开。",
    ].join("\n"),
  allProven: "设置文件中的密钥均已试过。",
  singleKey: "只有一个密钥。请添加另一个保存在别处的密钥：丢失所有密钥＝丢失所有备份。",
};
