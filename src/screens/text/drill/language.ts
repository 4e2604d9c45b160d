import { textsIn } from "../texts-in";
import { drillTexts as en } from "./en";
import { drillTexts as ja } from "./ja";
import type { DrillTexts } from "./messages";
import { drillTexts as zh } from "./zh";

/** @param language as in `messagesFor` */
export const drillTextsIn = (language: string): DrillTexts => textsIn(language, { ja, en, zh });
