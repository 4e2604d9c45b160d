import { acceptanceMessagesFor } from "../acceptance/language";
import type { AcceptanceMessages } from "../acceptance/messages";
import { messagesFor } from "../run/language";
import type { Messages } from "../run/messages";
import { probeTextsIn } from "../probe/language";
import { targetChangeMessagesFor } from "../target-changes/language";
import type { TargetChangeMessages } from "../target-changes/messages";
import { textsIn } from "../texts-in";
import { addingTextsIn } from "./adding/language";
import { changesTextsIn } from "./changes/language";
import { settingsTexts as en } from "./en";
import { estimatesTextsIn } from "./estimates/language";
import { settingsTexts as ja } from "./ja";
import type { SettingsMessages } from "./messages";
import { preflightTextsIn } from "./preflight/language";
import { preparationTextsIn } from "./preparation/language";
import { settingsTexts as zh } from "./zh";

/** The texts for whoever sets the program up: they are many, and the list page does not load them. */
export interface AdminMessages extends Messages {
  settings: SettingsMessages;
  acceptance: AcceptanceMessages;
  targetChanges: TargetChangeMessages;
}

/** @param language as in `messagesFor` */
export function adminMessagesFor(language: string): AdminMessages {
  const messages = messagesFor(language);
  const settings = textsIn(language, { ja, en, zh });
  const sections = {
    preparation: preparationTextsIn(language),
    adding: addingTextsIn(language),
    changes: changesTextsIn(language),
    estimates: estimatesTextsIn(language),
    environment: probeTextsIn(language),
    preflight: preflightTextsIn(language),
  };
  return {
    ...messages,
    settings: { ...settings, ...sections },
    acceptance: acceptanceMessagesFor(language),
    targetChanges: targetChangeMessagesFor(language),
  };
}
