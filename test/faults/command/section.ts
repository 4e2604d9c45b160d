import type { CallSummary } from "./campaign";
import { type Listener, LISTENERS } from "./ill-treatment";

/** What `docs/reliability.md` says about the process of the command. */
export function commandSection(calls: readonly CallSummary[]): string {
  const lying = calls.filter(({ lies }) => lies.length > 0).length;
  const row = (told: string, own: readonly CallSummary[]) => {
    const count = (status: string) => own.filter((call) => call.status === status).length || "";
    return `| ${[told, own.length, count("success"), count("cancelled"), count("unknown")].join(" | ")} |`;
  };
  const heard = (listener: Listener) =>
    calls.filter(({ treatment }) => treatment.stdout === listener || treatment.stderr === listener);
  const names = [...new Set(calls.flatMap(({ treatment }) => treatment.signal?.name ?? []))].sort();
  return `## The process of the command

The built command runs while its outputs are read, have lost their reader, or lie on a full disk, and is asked to end by a signal, at a
random moment, at times twice. Each call must end with the exit code that fits the history: 0 for a success with its one zip, which
\`unzip\` finds sound; 1 for what was cancelled, without a zip; the lock given back, and nothing else in the folder. Who reads the outputs makes no difference.
A signal that comes before the process listens ends it before it has done anything.

${calls.length} calls, **${lying} that did not**.

| how it was treated | calls | success | cancelled | not begun |
|${" --- |".repeat(5)}
${[
  ...LISTENERS.map((listener) => row(`an output: ${listener}`, heard(listener))),
  row(
    "no signal",
    calls.filter(({ treatment }) => !treatment.signal),
  ),
  ...names.map((name) =>
    row(
      name,
      calls.filter(({ treatment }) => treatment.signal?.name === name),
    ),
  ),
].join("\n")}

\`\`\`
npm run faults -- --command --runs 100 --seed 1
\`\`\``;
}
