import type { BackupError } from "./errors";
import type { Gap } from "./gap";
import type { SettingName } from "./source";

/**
 * Whether kintone says that it does not give a setting whose endpoint is under consideration (API Lab). Where the domain has it switched
 * off, which is so until its administrator switches it on, what kintone answers is UNCONFIRMED(lab-endpoint-off): a 404 that is not the API's, or any
 * refusal of its own. Most backups meet it, so none of these is a trouble; what goes wrong otherwise is one.
 */
export function isNotGiven({ code, answer }: BackupError): boolean {
  if (code === "NOT_KINTONE") return answer?.status === 404;
  return (code === "REFUSED" || code === "NO_PERMISSION") && answer?.code !== undefined;
}

/** What is missing where an endpoint is switched off. */
const OF_SETTING: Partial<Record<SettingName, Pick<Gap, "what" | "text">>> = {
  "app/categories": { what: "category-tree", text: "The tree of categories" },
  "app/plugin/config": { what: "plugin-configurations", text: "The configurations of plug-ins" },
};

/** The gap that stands for a setting that is not given. */
export function gapOfNotGiven(name: SettingName, { message }: BackupError): Gap {
  const { what, text } = OF_SETTING[name] ?? { what: "settings", text: name };
  return {
    ...{ code: "NOT_OFFERED_BY_KINTONE", what },
    text: `${text}: only an API under consideration gives them, which is switched off on this domain (${message}).`,
  };
}
