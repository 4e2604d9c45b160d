import { randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** One answer as an outsider is to judge it. A line of a file in the witness's folder. */
export interface WitnessedAnswer {
  /** Method and path below `/k/v1/`, as `GET app/views.json`. */
  endpoint: string;
  inGuestSpace: boolean;
  status: number;
  /** Of a list, only items that differ in shape are kept; long texts are cut. */
  body: unknown;
}

/** Is told of every answer in JSON. */
export type Witness = (answer: WitnessedAnswer) => void;

/** Names the folder that answers are recorded to; without it nothing is. */
export const witnessVariable = "KINTONE_WITNESS";

const longest = 200;
const seen = new Set<string>();
/** A file per process: test runners work in many. */
const fileName = `${process.pid}-${randomUUID()}.jsonl`;

/** Records each kind of answer once, so that it costs little. */
export function witnessFromEnvironment(): Witness | undefined {
  const folder = process.env[witnessVariable];
  if (!folder) return undefined;
  mkdirSync(folder, { recursive: true });
  return ({ body, ...answer }) => {
    const { shape, sample } = sketch(JSON.parse(JSON.stringify(body)));
    const kind = nameOf(answer, shape);
    if (seen.has(kind)) return;
    seen.add(kind);
    appendFileSync(join(folder, fileName), `${JSON.stringify({ ...answer, body: sample })}\n`);
  };
}

/** Equal for answers that only differ in their texts and numbers. */
export function kindOf({ body, ...answer }: WitnessedAnswer): string {
  return nameOf(answer, sketch(body).shape);
}

const nameOf = ({ endpoint, inGuestSpace, status }: Omit<WitnessedAnswer, "body">, shape: string): string =>
  [endpoint, inGuestSpace, status, shape].join(" ");

/** What a value is made of, as a text that is equal for values of the same structure, and a smaller value that shows it. */
export function sketch(value: unknown): { shape: string; sample: unknown } {
  if (Array.isArray(value)) {
    const kinds = new Map(value.map(sketch).map(({ shape, sample }) => [shape, sample]));
    return { shape: `[${[...kinds.keys()].sort().join("|")}]`, sample: [...kinds.values()] };
  }
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).map(([key, inner]) => ({ key, ...sketch(inner) }));
    return {
      shape: `{${parts.map(({ key, shape }) => `${key}:${shape}`).join()}}`,
      sample: Object.fromEntries(parts.map(({ key, sample }) => [key, sample])),
    };
  }
  if (typeof value !== "string") return { shape: value === null ? "null" : typeof value, sample: value };
  // Words like CHECK_BOX belong to a fixed set, and which of them it is counts.
  return { shape: /^_*[A-Z][A-Z_]*$/.test(value) ? value : "string", sample: value.slice(0, longest) };
}
