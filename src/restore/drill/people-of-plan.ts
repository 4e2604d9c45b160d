import type { Directory } from "../../domain/directory";
import type { People } from "../plan/restore-choices";
import type { RestorePlan } from "../plan/restore-plan";
import { checkPeople } from "../preflight/gone-people";
import { plannedRecords } from "../preflight/planned-records";

/** Somebody, or an organization or a group, whom records name and who is not there any more. */
export interface GonePerson {
  people: People;
  code: string;
  records: number;
  mayBeLeftOut: boolean;
}

/** Whom planned records name in vain. Reads the archive once more, and asks the directory. */
export async function checkPeopleOfPlan(
  order: Parameters<typeof plannedRecords>[1] & { plan: RestorePlan },
  { directory, signal }: { directory: Directory; signal: AbortSignal },
): Promise<GonePerson[]> {
  const check = checkPeople(order.forms, true, directory);
  for await (const records of plannedRecords(order.plan, order)) {
    signal.throwIfAborted();
    for (const record of records) check.see(record);
    await check.ask?.();
  }
  return check.found().flatMap((obstacle): GonePerson[] => {
    if (obstacle.code !== "PERSON_GONE") return [];
    const { people, name: code, records, ways } = obstacle;
    const mayBeLeftOut = ways.some((way) => way.way === "replace-person" && way.mayBeLeftOut);
    return [{ people, code, records: records.count, mayBeLeftOut }];
  });
}
