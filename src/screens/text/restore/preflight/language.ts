import { textsIn } from "../../texts-in";
import { type RestorerMessages, restorerMessagesFor } from "../language";
import { restorePreflight as en } from "./en";
import { restorePreflight as ja } from "./ja";
import type { RestorePreflightMessages } from "./messages";
import { restorePreflight as zh } from "./zh";

/** The texts for whoever is about to restore. */
export interface PreflightMessages extends RestorerMessages {
  preflight: RestorePreflightMessages;
}

/** @param language as in `messagesFor` */
export function restorePreflightMessagesFor(language: string): PreflightMessages {
  return { ...restorerMessagesFor(language), preflight: textsIn(language, { ja, en, zh }) };
}
