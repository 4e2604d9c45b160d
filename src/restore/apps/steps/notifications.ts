import { archivedSetting } from "../../../archive/reading/archived-setting";
import { lookInto } from "../../../domain/settings/answer-part";
import type { SettingName } from "../../../domain/source";
import type { Bench } from "../making/bench";
import { pieceOf, type StepContext, type StepWork } from "./step-context";
import { isNamedAs } from "./taking";
import { type Work, workOf } from "./work";

/** Who hears of what, in the place of what a new app has by itself. */
export const notifications: StepWork = async (bench, context) =>
  (
    await Promise.all([
      notificationsOf(bench, "app/notifications/general", ["notifyToCommenter"], context),
      notificationsOf(bench, "app/notifications/perRecord", [], context),
      notificationsOf(bench, "app/notifications/reminder", ["timezone"], context),
    ])
  ).flat();

async function notificationsOf(
  bench: Bench,
  setting: SettingName,
  beside: readonly string[],
  { people, tell }: StepContext,
): Promise<Work[]> {
  const answer = await archivedSetting(bench.made.archived, setting);
  if (answer === undefined) return [];
  const { root } = lookInto(answer);
  const all = root.member("notifications").items();
  if (all.length === 0 && setting !== "app/notifications/general") return [];
  const more = Object.fromEntries(
    beside.flatMap((name) => (root.member(name).isThere ? [[name, root.member(name).value] as const] : [])),
  );
  const settled = all.map(({ value }, at) => {
    const [known] = people.settled([value], (person) =>
      tell({ ...pieceOf(setting, titleOf(value, at)), what: "person", ...person }),
    );
    return { value: known, at };
  });
  return [
    workOf({
      // One that nobody is told of any more is none.
      items: settled.filter(({ value }) => value !== undefined && !isForNobody(value)),
      pieceOf: ({ value, at }) => pieceOf(setting, titleOf(value, at)),
      send: (next, taken) =>
        bench.change({
          ...{ method: "PUT", setting },
          body: { notifications: [...taken, ...next].map(({ value }) => value), ...more },
        }),
      isNamed: ({ at }, error) => all.length === settled.length && isNamedAs(`notifications[${at}]`, error),
      ...(setting === "app/notifications/general" && ({ evenWithout: true } as const)),
    }),
  ];
}

function isForNobody(value: unknown): boolean {
  const targets: unknown = Reflect.get(value as object, "targets");
  return Array.isArray(targets) && targets.length === 0;
}

/** What people know it by: its title, or else its place. */
function titleOf(value: unknown, at: number): string {
  const title: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "title") : undefined;
  return typeof title === "string" && title !== "" ? title : String(at + 1);
}
