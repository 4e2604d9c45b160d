import type { Messages } from "../text/run/messages";
import type { Question } from "./run-question";

/**
 * Told before a run that could not be resumed here. It may well be made: Enter begins it.
 *
 * @param place where it works: even less can be done on the page itself
 */
export function lossQuestion({ loss }: Pick<Messages, "loss">, place: "worker" | "page"): Question<true> {
  return {
    heading: loss.heading,
    sentences: [...(place === "page" ? [loss.onThePage] : []), loss.ifBrokenOff, loss.otherBrowser],
    choices: [{ text: loss.goOn, answer: true, isMain: true }],
  };
}
