import type { Count } from "../../../archive/manifest/manifest";
import type { Obstacle } from "../../../restore/preflight/obstacle";
import type { RehearsalVerdict, RehearsedApp, Unchecked } from "../../../restore/rehearsal/rehearsed";
import { harmlessLine } from "../harmless";
import { describeObstacle } from "../restore/preflight/obstacle-sentence";
import type { RehearsalMessages } from "./language";

/** What a rehearsal found of one app, as lines. */
export interface ToldRehearsal {
  app: string;
  lines: readonly string[];
}

/** What a rehearsal found, as plain lines for a terminal. */
export function describeRehearsal(
  messages: RehearsalMessages,
  { verdict, apps, heading }: { verdict: RehearsalVerdict; apps: readonly RehearsedApp[]; heading: readonly string[] },
): string[] {
  return [
    messages.rehearsal.verdict[verdict],
    ...heading.map((line) => `  ${line}`),
    ...apps.flatMap((rehearsed) => {
      const { app, lines } = describeRehearsedApp(messages, rehearsed);
      return ["", app, ...lines.map((line) => `  ${line}`)];
    }),
  ];
}

export function describeRehearsedApp(
  messages: RehearsalMessages,
  { app, counts, records, obstacles, unchecked }: RehearsedApp,
): ToldRehearsal {
  const { rehearsal, restore, run } = messages;
  const name = restore.value.nameAndCode(restore.app(app.appName), run.appId(app.appId, app.guestSpaceId));
  const lacking = (["records", "attachments"] as const).flatMap((what) => {
    const count = lackingIn(counts[what]);
    return count > 0 ? [rehearsal.lacking[what](count)] : [];
  });
  const found = [...lacking, ...obstacles.map((obstacle) => sentenceOf(messages, obstacle))];
  const unable = unchecked.some(({ what }) => what === "form" || what === "records");
  const lines = [
    ...(unable ? [] : [rehearsal.looked(records, counts.attachments.written)]),
    ...(found.length === 0 && !unable ? [rehearsal.nothingInTheWay] : found),
    ...unchecked.map((not) => sentenceOfUnchecked(messages, not)),
  ];
  return { app: harmlessLine(name), lines: lines.map(harmlessLine) };
}

const lackingIn = ({ expected, written }: Count) => Math.max(0, expected - written);

const sentenceOf = (messages: RehearsalMessages, obstacle: Obstacle) =>
  `${messages.preflight.weight[obstacle.weight]}: ${describeObstacle(messages, obstacle)}`;

function sentenceOfUnchecked({ rehearsal }: RehearsalMessages, not: Unchecked): string {
  const say = rehearsal.unchecked[not.what] as (not: Unchecked) => string;
  return say(not);
}
