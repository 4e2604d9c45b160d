import { RESTORE_EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import { compareApp } from "../../../restore/compare/compare-app";
import type { Comparison } from "../../../restore/compare/comparison";
import { type NotExact, whyNotExact } from "../../../restore/plan/why-not-exact";
import { describeComparison } from "../../../screens/text/restore/command/comparison-report";
import type { RestoreAccess } from "../../wiring/restoring";
import type { AppOfRestore } from "./archived-app";
import type { RestoreCall } from "./restore-call";

/** Compares the app with the archive, and tells what each mode would do. Writes nothing. */
export async function whatCouldBe(
  { archived, app, name, forms }: AppOfRestore,
  heading: readonly string[],
  { messages, signal, saying, asked }: RestoreCall,
  { source, requestsAllowed, requestsLeft, restores }: RestoreAccess,
): Promise<Done> {
  const { restored, restore, run, quantities } = messages;
  const amount = (value: number) => quantities.number(value);
  const putBack = await restores.putBack({ archivedAppId: archived.facts.appId, app });
  const comparison = await compareApp(
    { archived, app, forms, putBack, bytes: asked.bytes },
    {
      ...{ source, signal, requestsAllowed, found: () => undefined },
      ...(asked.confirmed.includes("requests") ? {} : { requestsLeft }),
      report: ({ done, total }) =>
        saying("comparing", `${restore.comparing(name)} | ${run.amount(amount(done), amount(total))}`),
    },
  );
  const target = { app: { ...app, appName: name }, found: { comparison, examples: NO_EXAMPLES } };
  const { missing, differs, surplus } = comparison.counts;
  const verdict = missing + differs + surplus > 0 ? "differs" : "same";
  const lines = [
    ...describeComparison(messages, { verdict, targets: [target], heading, bytes: asked.bytes }),
    "",
    restored.choice.heading,
    ...choices(comparison, whyNotExact(archived.facts, forms.matching)).map((line) => `  ${line}`),
    restored.choice.how,
  ];
  return { code: RESTORE_EXIT.asPlanned, report: `${lines.join("\n")}\n` };

  function choices({ counts }: Comparison, notExact: NotExact | undefined): string[] {
    const { choice, notExact: why } = restored;
    const reason = notExact && (why[notExact.reason] as (facts: NotExact) => string)(notExact);
    return [
      choice.add(counts.missing),
      choice.putBack(counts.differs),
      reason === undefined ? choice.exact(counts.surplus, counts.newer) : `${choice.notExact} ${reason}`,
    ];
  }
}

/** `compare` is for who wants to read them. */
const NO_EXAMPLES = { ...{ missing: [], differs: [], explained: [] }, ...{ newer: [], surplus: [], unread: [] } };
