import type { LogEvent } from "../../../../backup/log-event";

type Event<Kind extends LogEvent["kind"]> = Extract<LogEvent, { kind: Kind }>;
export type LogMessages = {
  /** The sentences of `little-room` are those of `RoomMessages`, those of `waiting` are in `waitingFor`. */
  [Kind in Exclude<LogEvent["kind"], "problem" | "little-room" | "waiting">]: (event: Event<Kind>) => string;
} & {
  /** The sentence is what the problem reads like. */
  problem: (event: Event<"problem">, sentence: string) => string;
};
