import type { RuleNews } from "../../domain/targets";
import { toldRuleNews } from "../../domain/told-rule-news";
import type { Messages } from "../text/run/messages";
import { describeProblem } from "../text/run/problem-sentence";
import type { Question } from "./run-question";

/** Whether a run is to begin although its rules stand for other apps than before. Enter begins it: what is there is worth a backup. */
export function ruleNewsQuestion(messages: Messages, news: readonly RuleNews[]): Question<true> {
  return {
    heading: messages.ruleNews.heading,
    sentences: news.map((one) => describeProblem(messages, { error: toldRuleNews(one) })),
    choices: [{ text: messages.ruleNews.goOn, answer: true, isMain: true }],
  };
}
