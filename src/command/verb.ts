import type { CommandHost } from "./host";

/** Options in the shape that `node:util`'s parseArgs takes. */
export type Options = Record<string, { type: "string" | "boolean"; multiple?: true; short?: string }>;

/** What stands behind the verb on the command line. */
export interface Given {
  /** What is no option. */
  things: readonly string[];
  values: OptionValues;
  /** Of messages, log and history. */
  language: string;
}

export type OptionValues = Readonly<Record<string, string | boolean | Array<string | boolean> | undefined>>;

/** Why a command line means nothing, in words that follow the name of the command. */
export interface Misused {
  kind: "misused";
  reason: string;
  /** The verb that was meant, where one was. */
  of?: string;
}

/** Something that the command can do. */
export interface Verb<Order extends { kind: string }> {
  name: Order["kind"];
  /** How it is written, without the name of the command. */
  synopsis: string;
  /** Its own options; `--lang` is everybody's. */
  options: Options;
  /** The options in words, as help shows them. */
  optionWords: string;
  /** What it does, and with which exit code it ends. */
  explanation: string;
  read(given: Given): Order | Misused;
  /** The exit code when it cannot be carried out; `EXIT.unusable` when absent. */
  unusable?: number;
  /** Resolves to the exit code. Rejects with what made it impossible. */
  carryOut(order: Order, host: CommandHost): Promise<number>;
}

export function misused(reason: string): Misused {
  return { kind: "misused", reason };
}
