import type { AppToMake } from "../new-app";
import { innerOf, looksUp, relatedApp, wantedForm } from "../steps/wanted-form";

/** The apps in the order in which their records can be put in: those that lookups take from first; of a cycle, in the order in which they were. */
export async function inOrderOfLookups(apps: readonly AppToMake[]): Promise<AppToMake[]> {
  const takesFrom = new Map<AppToMake, Set<string>>();
  for (const app of apps) takesFrom.set(app, await sourcesOf(app));
  const sorted: AppToMake[] = [];
  while (sorted.length < apps.length) {
    const left = apps.filter((app) => !sorted.includes(app));
    const waits = (app: AppToMake) =>
      left.some((other) => other !== app && takesFrom.get(app)?.has(other.archived.facts.appId));
    sorted.push(...left.filter((app, at) => (left.every(waits) ? at === 0 : !waits(app))));
  }
  return sorted;
}

async function sourcesOf({ archived }: AppToMake): Promise<Set<string>> {
  const { own } = await wantedForm(archived, { now: (id) => id, old: new Set() });
  const lookups = [...own, ...own.flatMap(innerOf)].filter(looksUp);
  return new Set(lookups.flatMap((field) => relatedApp(field) ?? []));
}
