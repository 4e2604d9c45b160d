import type { AcceptedGap } from "../../domain/accepted-gap";

/** As the record of a rule names a gap: what is accepted of one of its apps says nothing of the others. */
export const gapOfApp = (appId: string, gap: string): string => `app/${appId}/${gap}`;

/** Of what the record of a rule has accepted, that of one app, by the names that its gaps have in a run. */
export function acceptedOfApp(appId: string, gaps: readonly AcceptedGap[]): AcceptedGap[] {
  const prefix = gapOfApp(appId, "");
  return gaps
    .filter(({ gap }) => gap.startsWith(prefix))
    .map((accepted) => ({ ...accepted, gap: accepted.gap.slice(prefix.length) }));
}
