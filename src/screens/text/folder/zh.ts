import type { ErrorFacts, Refusal } from "../../../domain/errors";
import { pageTexts } from "../page/zh";
import { notSaved } from "../run/problems/places/zh";
import type { FolderMessages } from "./messages";

const { number, bytes, moment } = pageTexts.quantities;

const whatToDo: Record<Refusal | "unknown", string> = {
  taken: "保存位置的文件夹中已有同名文件（未被覆盖）。请将该文件移到别处",
  "no-folder": "保存位置的文件夹已不存在，或被文件取代。请重新创建文件夹",
  "not-writable": "无法写入保存位置的文件夹。请检查其权限，以及磁盘是否为只读",
  "no-program": "请在此计算机上安装rclone，并确保可以用rclone这个名称执行",
  "old-program": "请安装rclone 1.60或更高版本",
  "no-remote": "请以执行此命令的用户，用rclone config设置该远程",
  "config-locked": "rclone的配置已加密。请将其密码设置到环境变量RCLONE_CONFIG_PASS",
  denied: "存储不允许访问。请重新认证，并确认账户或密钥的权限",
  "not-reached": "无法连接到存储。请检查地址和网络连接",
  refused: "请检查存储的状态",
  "no-keys": "请将存储的密钥设置到环境变量AWS_ACCESS_KEY_ID和AWS_SECRET_ACCESS_KEY，或AWS的凭证文件中",
  "wrong-keys": "访问密钥或私有密钥不正确。请更正密钥",
  "no-bucket": "没有该存储桶。请检查存储桶名称和端点",
  "other-region": "存储桶位于其他区域。请更正区域或端点",
  clock: "此计算机的时钟不准确。请校准时间",
  "no-lock": "存储桶未启用对象锁定。请创建启用了对象锁定的存储桶，或从设置文件中删除objectLock",
  unknown: "请检查保存位置的文件夹、其磁盘以及网络连接",
};

/** What the storage or its program said: the same words are found in its manuals. */
const said = ({ said: words }: ErrorFacts) => (words ? `返回的消息：“${words}”。` : "");

export const folderZh: FolderMessages = {
  notDelivered: (facts) => `${notSaved(facts)}${said(facts)}${whatToDo[facts.refusal ?? "unknown"]}，然后重新执行。`,
  atPlace: (place, sentence) => `未保存到“${place}”：${sentence}`,
  short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
    `根据以往的备份（截至${moment(lastRun) ?? "现在"}）估算，约需要${bytes(needed)}，但保存位置所在磁盘的可用空间为${bytes(free)}。`,
    ...(unknownTargets > 0 ? [`从未备份过的应用（${number(unknownTargets)}个）还需要额外的空间。`] : []),
    "如果继续，很可能会因空间不足而无法完成。请删除不需要的文件，或指定可用空间更大的磁盘上的文件夹。",
  ],
};
