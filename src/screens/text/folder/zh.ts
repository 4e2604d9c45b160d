import { pageTexts } from "../page/zh";
import { notSaved } from "../run/problems/places/zh";
import type { FolderMessages } from "./messages";

const { number, bytes, moment } = pageTexts.quantities;

const whatToDo = {
  taken: "保存位置的文件夹中已有同名文件（未被覆盖）。请将该文件移到别处",
  "no-folder": "保存位置的文件夹已不存在，或被文件取代。请重新创建文件夹",
  "not-writable": "无法写入保存位置的文件夹。请检查其权限，以及磁盘是否为只读",
  unknown: "请检查保存位置的文件夹、其磁盘以及网络连接",
};

export const folderZh: FolderMessages = {
  notDelivered: (facts) => `${notSaved(facts)}${whatToDo[facts.refusal ?? "unknown"]}，然后重新执行。`,
  short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
    `根据以往的备份（截至${moment(lastRun) ?? "现在"}）估算，约需要${bytes(needed)}，但保存位置所在磁盘的可用空间为${bytes(free)}。`,
    ...(unknownTargets > 0 ? [`从未备份过的应用（${number(unknownTargets)}个）还需要额外的空间。`] : []),
    "如果继续，很可能会因空间不足而无法完成。请删除不需要的文件，或指定可用空间更大的磁盘上的文件夹。",
  ],
};
