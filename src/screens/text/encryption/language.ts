import { textsIn } from "../texts-in";
import { encryptionTexts as en } from "./en";
import { encryptionTexts as ja } from "./ja";
import type { EncryptionTexts } from "./messages";
import { encryptionTexts as zh } from "./zh";

export const encryptionTextsIn = (language: string): EncryptionTexts => textsIn(language, { ja, en, zh });
