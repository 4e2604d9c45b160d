import { askedTexts as asked } from "../asked/zh";
import { pageTexts } from "../page/zh";
import { dialog as run } from "./dialog/zh";
import { log } from "./log/zh";
import type { Messages } from "./messages";
import { steps as step } from "./names/zh";
import { problems as problem } from "./problems/zh";
import { questions } from "./questions/zh";

export const zh: Messages = { ...pageTexts, ...questions, asked, step, problem, log, run };
