import { textsIn } from "../texts-in";
import { backupStatus as en } from "./en";
import { backupStatus as ja } from "./ja";
import type { BackupStatusMessages } from "./messages";
import { backupStatus as zh } from "./zh";

/** @param language as in `messagesFor` */
export function backupStatusMessagesFor(language: string): BackupStatusMessages {
  return textsIn(language, { ja, en, zh });
}
