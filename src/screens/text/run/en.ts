import { askedTexts as asked } from "../asked/en";
import { pageTexts } from "../page/en";
import { dialog as run } from "./dialog/en";
import { log } from "./log/en";
import type { Messages } from "./messages";
import { steps as step } from "./names/en";
import { problems as problem } from "./problems/en";
import { questions } from "./questions/en";

export const en: Messages = { ...pageTexts, ...questions, asked, step, problem, log, run };
