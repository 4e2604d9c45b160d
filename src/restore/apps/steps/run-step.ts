import type { BackupError } from "../../../domain/errors";
import { plainError } from "../../../domain/plain-error";
import type { Bench } from "../making/bench";
import { ended, type LiveWorld, makeLive } from "../making/make-live";
import type { RebuildStep } from "../step";
import type { Piece, Told } from "../told";
import type { ToDo } from "../to-do";
import type { StepContext, StepWork } from "./step-context";
import { NotDeployed, type Refused } from "./taking";

/** What is told of one step, and what it leaves to people. */
export interface StepEnd {
  told: Told[];
  toDos: ToDo[];
}

type ContextOf = (bench: Bench, end: StepEnd, step: RebuildStep) => StepContext;

/**
 * Does a step with all apps and makes it live. Where kintone does not make it live, it is thrown away, and done once more a piece at a time, each made
 * live by itself: then it is known which piece it was.
 */
export async function runStep(
  step: RebuildStep,
  work: StepWork,
  benches: readonly Bench[],
  contextOf: ContextOf,
  world: LiveWorld & { report: (done: number) => void },
): Promise<StepEnd> {
  const ends = new Map<Bench, StepEnd>();
  for (const [done, bench] of benches.entries()) {
    world.report(done);
    ends.set(bench, await take(bench));
  }
  for (const { bench, error } of await makeLive(benches, world)) {
    ends.set(bench, await pieceByPiece(bench, error));
  }
  const all = [...ends.values()];
  return { told: all.flatMap(({ told }) => told), toDos: all.flatMap(({ toDos }) => toDos) };

  async function take(bench: Bench, afterEach?: () => Promise<void>): Promise<StepEnd> {
    const end: StepEnd = { told: [], toDos: [] };
    const { folder } = bench.made.archived.facts;
    for (const { take: takeWork } of await work(bench, contextOf(bench, end, step))) {
      const refused = await takeWork(afterEach);
      end.told.push(...refused.map((one) => ({ folder, step, ...toldOf(one) })));
    }
    return { told: withoutRepeats(end.told), toDos: end.toDos };
  }

  async function pieceByPiece(bench: Bench, error: BackupError | undefined): Promise<StepEnd> {
    await throwAway(bench);
    return take(bench, async () => {
      const [failed] = await makeLive([bench], world);
      if (!failed) return;
      await throwAway(bench);
      const reason = failed.error ?? error;
      throw reason?.answer?.code === undefined ? new NotDeployed() : reason;
    });
  }

  async function throwAway(bench: Bench): Promise<void> {
    await world.workshop.revert([await bench.revised()]);
    await ended([bench], world);
    bench.forget();
  }
}

function toldOf({ item, why }: Refused<Piece>) {
  if (why instanceof NotDeployed) return { ...item, what: "not-deployed" } as const;
  return { ...item, what: "refused", error: plainError(why) } as const;
}

/** What is sent again in parts is told of again. */
function withoutRepeats(told: readonly Told[]): Told[] {
  return [...new Map(told.map((one) => [JSON.stringify(one), one])).values()];
}
