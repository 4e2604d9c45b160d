import { askedTexts as asked } from "../asked/ja";
import { pageTexts } from "../page/ja";
import { dialog as run } from "./dialog/ja";
import { log } from "./log/ja";
import type { Messages } from "./messages";
import { steps as step } from "./names/ja";
import { problems as problem } from "./problems/ja";
import { questions } from "./questions/ja";

export const ja: Messages = { ...pageTexts, ...questions, asked, step, problem, log, run };
