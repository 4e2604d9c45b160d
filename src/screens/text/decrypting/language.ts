import { textsIn } from "../texts-in";
import { decryptingTexts as en } from "./en";
import { decryptingTexts as ja } from "./ja";
import type { DecryptingTexts } from "./messages";
import { decryptingTexts as zh } from "./zh";

export const decryptingTextsIn = (language: string): DecryptingTexts => textsIn(language, { ja, en, zh });
