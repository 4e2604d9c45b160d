import { parseArgs } from "node:util";
import type { AppRef } from "../../src/domain/target";
import {
  type BackupStatusSettings,
  DEFAULT_OVERDUE_DAYS,
  readBackupStatusSettings,
} from "../../src/settings/backup-status";
import { readAddress } from "../setup/address";
import { readApps } from "./chosen-apps";
import type { Access } from "./customization-desk";
import type { CustomizeWords } from "./words/words";

/** What the command line asks for. */
export interface Order {
  access: Access;
  settings: BackupStatusSettings;
  /** `undefined` for all targets. */
  apps: AppRef[] | undefined;
  remove: boolean;
}

const OPTIONS = {
  "base-url": { type: "string" },
  "backup-app": { type: "string" },
  "guest-space": { type: "string" },
  apps: { type: "string" },
  "overdue-days": { type: "string", default: String(DEFAULT_OVERDUE_DAYS) },
  remove: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/**
 * @param environment has the log-in
 * @returns what is wrong, in words, for what cannot be carried out
 */
export function readOrder(
  args: string[],
  environment: Readonly<Record<string, string | undefined>>,
  words: CustomizeWords,
): Order | "help" | { wrong: string } {
  let values;
  try {
    ({ values } = parseArgs({ args, options: OPTIONS }));
  } catch (thrown) {
    return { wrong: (thrown as Error).message };
  }
  if (values.help) return "help";
  const { KINTONE_USERNAME: username, KINTONE_PASSWORD: password } = environment;
  const baseUrl = readAddress(values["base-url"] ?? "");
  if (!baseUrl) return { wrong: words.noAddress };
  if (!username || !password) return { wrong: words.noLogIn };
  if (!/^[1-9]\d{0,4}$/.test(values["overdue-days"])) return { wrong: words.noDays };
  const [backupApp, backupGuestSpace] = [values["backup-app"], values["guest-space"]];
  const wanted = { backupApp, backupGuestSpace, overdueDays: Number(values["overdue-days"]) };
  const settings = readBackupStatusSettings(JSON.stringify(wanted));
  if (!settings) return { wrong: words.noBackupApp };
  const apps = values.apps === undefined ? undefined : readApps(values.apps);
  if (apps && "noApp" in apps) return { wrong: words.noApp(apps.noApp) };
  return { access: { baseUrl, username, password }, settings, apps, remove: values.remove };
}
