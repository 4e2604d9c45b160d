import type { Claim, ClaimRequest, Place } from "../../domain/destination";
import { type BackupError, toBackupError } from "../../domain/errors";
import type { RunLog } from "../log-event";

/** What one place answered to who asked for a name. */
type Answer = { claim: Claim } | { error: BackupError };

/**
 * Claims the same name at every place: the first that is free at all of them. A place that cannot be asked is told in the log and keeps nobody
 * from going on; it may be there again when the archive is, and no place lets anything be overwritten. Rejects when no place can be
 * had, or when no name is free.
 */
export async function claimEverywhere(places: readonly Place[], log: RunLog, request: ClaimRequest): Promise<Claim> {
  const [only] = places;
  if (places.length === 1 && only) return only.destination.claim(request);
  let refusal: BackupError | undefined;
  for (const name of request.again === undefined ? request.names : [request.again]) {
    const answers = await Promise.all(places.map((place) => ask(place, { ...request, names: [name] })));
    const claims = answers.flatMap((answer) => ("claim" in answer ? [answer.claim] : []));
    const errors = answers.flatMap((answer) => ("error" in answer ? [answer.error] : []));
    const isTaken = errors.some(({ facts }) => facts.refusal === "taken");
    refusal = errors[0];
    // A run that goes on keeps the name that its manifests tell; where somebody has it by now, the delivery will be refused.
    if (claims.length > 0 && (!isTaken || request.again !== undefined)) {
      for (const error of errors) log.add({ kind: "problem", target: undefined, problem: { step: "deliver", error } });
      return together(name, claims);
    }
    await together(name, claims).release();
    if (!isTaken) break;
  }
  throw refusal ?? new Error("There was no name to claim");
}

async function ask({ name: place, destination }: Place, request: ClaimRequest): Promise<Answer> {
  try {
    return { claim: await destination.claim(request) };
  } catch (thrown) {
    return { error: toBackupError(thrown).with({ place }) };
  }
}

function together(name: string, claims: readonly Claim[]): Claim {
  return {
    name,
    async release() {
      await Promise.allSettled(claims.map((claim) => claim.release()));
    },
  };
}
