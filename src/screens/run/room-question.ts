import type { Shortage } from "../../domain/room";
import type { Messages } from "../text/run/messages";
import type { Question } from "./run-question";

/** Whether a run is to begin for which there is too little room. Enter begins none. */
export function roomQuestion({ room }: Pick<Messages, "room">, shortage: Shortage): Question<true> {
  return { heading: room.heading, sentences: room.short(shortage), choices: [{ text: room.goOn, answer: true }] };
}
