import { parseArgs } from "node:util";
import type { Part } from "./bench";
import { findings } from "./parts/findings";
import { growth } from "./parts/growth";
import { memory } from "./parts/memory";
import { page } from "./parts/page";
import { restore } from "./parts/restore";
import { secondRun } from "./parts/second-run";
import { speed } from "./parts/speed";

export const PARTS: readonly Part[] = [
  speed("records"),
  speed("mixed"),
  speed("attachments"),
  secondRun,
  memory,
  growth,
  page,
  restore,
  findings,
];

const names = PARTS.map(({ name }) => name);

export const USAGE = `npm run bench: how fast a backup is, and how little it takes, on a local kintone

  npm run bench -- [--quick] [--no-browser] [--only <part>] [--json <file>]

  --quick         smaller sets, each run once, a browser for one set only: within 50 seconds on two cores
  --no-browser    Node alone
  --only <part>   only this part; several times for several: ${names.join(", ")}
  --json <file>   where the figures go as JSON (.local/bench.json)
  --help          this text

A target that is missed is told in the table, and the command still ends with 0; it ends with 1 when a run was not what it had
to be, or the bench itself broke.
`;

export interface BenchOptions {
  quick: boolean;
  noBrowser: boolean;
  parts: readonly Part[];
  json: string;
}

/** @throws with a sentence for people when the options are none of ours */
export function readOptions(args: string[]): BenchOptions | "help" {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      "no-browser": { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      json: { type: "string", default: ".local/bench.json" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const unknown = values.only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
  const parts = values.only.length === 0 ? PARTS : PARTS.filter(({ name }) => values.only.includes(name));
  return { quick: values.quick, noBrowser: values["no-browser"], parts, json: values.json };
}
