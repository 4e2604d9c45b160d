import type { DecryptingTexts } from "./messages";

export const decryptingTexts: DecryptingTexts = {
  title: "打开加密的备份",
  promise: "所有处理都在本机进行，不使用网络。密钥和密码短语不会保存，关闭此页面后即消失。",
  files: "加密文件（.zip.age）",
  keyFile: "私钥文件",
  secret: "或输入私钥或密码短语",
  secretNote: "私钥以AGE-SECRET-KEY-开头。",
  save: (name) => `解密并保存${name}`,
  working: (name, percent) => `正在解密${name}：${percent}%`,
  done: (name, sha256) => `${name}已解密。SHA-256：${sha256}`,
  noKey: "请选择私钥文件，或输入密钥或密码短语。",
  notAKeyFile: "所选文件中没有私钥。",
  problem: {
    NOT_ENCRYPTED: (name) => `${name}不是用age加密的文件。`,
    CUT_OFF: (name) => `${name}的末尾缺失。请使用保存在别处的同一文件。`,
    CHANGED: (name) => `${name}已损坏：内容与写入时不同，或末尾缺失。请使用保存在别处的同一文件。`,
    NO_KEY_FITS: {
      key: (name) => `此密钥不能打开${name}。`,
      passphrase: (name) => `此密码短语不能打开${name}。`,
    },
  },
  notSaved: (name, reason) => `${name}未能保存（${reason}）。`,
};
