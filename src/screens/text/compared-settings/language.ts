import { textsIn } from "../texts-in";
import { comparedSettingsTexts as en } from "./en";
import { comparedSettingsTexts as ja } from "./ja";
import type { ComparedSettingsTexts } from "./messages";
import { comparedSettingsTexts as zh } from "./zh";

/** @param language as in `messagesFor` */
export const comparedSettingsTextsIn = (language: string): ComparedSettingsTexts => textsIn(language, { ja, en, zh });
