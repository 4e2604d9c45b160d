import type { Verdict } from "./finding";
import type { ProbeRow } from "./probe";
import type { LogIn } from "./requests/reading-place";

/** What came of a probe, and where it ran: without names, addresses and data, so that it can be given to others. */
export interface ProbeReport {
  /** `kintone-backup-manager/1.2.3` */
  program: string;
  /** ISO, UTC. */
  at: string;
  place: "command" | "page";
  /** `Node.js v20.19.0`, or the browser's name for itself. */
  environment: string;
  logIn: LogIn;
  /** The app that was made for trying; there is no API that deletes it. */
  scratchApp?: { appId: string; name: string };
  rows: readonly ProbeRow[];
}

const VERDICTS: readonly Verdict[] = ["otherwise", "as-assumed", "unknown"];

/** How many rows have which verdict. */
export function counted(rows: readonly ProbeRow[]): Record<Verdict, number> {
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return { otherwise: count("otherwise"), "as-assumed": count("as-assumed"), unknown: count("unknown") };
}

/** For programs. */
export function toJson(report: ProbeReport): string {
  return `${JSON.stringify({ ...report, counts: counted(report.rows) }, undefined, 2)}\n`;
}

/** For a report to whoever maintains the program: in English, whatever language the reader has. */
export function toMarkdown({ rows, ...about }: ProbeReport): string {
  const { otherwise, "as-assumed": asAssumed, unknown } = counted(rows);
  const scratch = about.scratchApp;
  const lines = [
    "# What kintone does, and what was assumed",
    "",
    `- ${about.program}, ${about.at}, ${about.place === "page" ? "on the settings screen" : "by the command"}`,
    `- ${about.environment}, signed in by ${about.logIn}`,
    `- ${otherwise} otherwise, ${asAssumed} as assumed, ${unknown} unknown`,
    ...(scratch ? [`- App ${scratch.appId} was made for trying, and can be deleted.`] : []),
    "",
    line(["id", "verdict", "assumed", "found", "what it means otherwise", "source", "relied on by"]),
    line(Array<string>(7).fill("---")),
    ...VERDICTS.flatMap((verdict) => rows.filter((row) => row.verdict === verdict)).map((row) => line(cellsOf(row))),
  ];
  return `${lines.join("\n")}\n`;
}

function cellsOf({ id, verdict, reason, assumed, found, otherwise, source, byHand, ...by }: ProbeRow): string[] {
  const reliedOn = [...by.reliedOnBy, ...(by.forRestore === undefined ? [] : [`restore (question ${by.forRestore})`])];
  const told = [found, verdict === "unknown" && REASONS[reason ?? "failed"], byHand].filter(Boolean).join("; ");
  return [id, verdict, assumed, told, otherwise, source, reliedOn.join(", ")];
}

const REASONS: Readonly<Record<NonNullable<ProbeRow["reason"]>, string>> = {
  page: "only the settings screen can tell",
  command: "only the command can tell",
  writing: "only the command with --write can tell",
  "by-hand": "only people can tell",
  "other-log-in": "takes another way to sign in",
  "no-app": "no app to try it with",
  "no-file": "no attachment to try it with",
  "switched-on": "the feature is switched on",
  undecided: "what was found fits both",
  refused: "kintone refused what it takes",
  failed: "the trial failed",
};

const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
