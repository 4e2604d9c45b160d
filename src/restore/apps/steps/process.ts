import { archivedSetting } from "../../../archive/reading/archived-setting";
import { lookInto, type AnswerPart } from "../../../domain/settings/answer-part";
import { pieceOf, type StepWork } from "./step-context";
import { isNamedAs, refusalOf } from "./taking";
import { wholeWork, workOf } from "./work";

const SETTING = "app/status";

/** The states first, and then the actions between them, of which kintone may refuse some. */
export const process: StepWork = async (bench, { people, tell }) => {
  const archived = await archivedSetting(bench.made.archived, SETTING);
  const { root } = lookInto(archived);
  const states = root.member("states").members();
  if (states.length === 0) return [];
  const present = lookInto(await bench.read(SETTING)).root;
  const settle = <Value>(name: string, value: Value): Value =>
    people.settled(value, (person) => tell({ ...pieceOf(SETTING, name), what: "person", ...person }));
  const creator = await creatorField(bench);
  const body = {
    enable: root.member("enable").flag() === true,
    states: Object.fromEntries(
      states.map(([name, state]) => [
        keyOf(name, state, present),
        { ...settle(name, withCreator(state.value, creator)), name },
      ]),
    ),
  };
  let isTaken = false;
  const actions = root.member("actions").items();
  const nameOf = (action: AnswerPart) => action.member("name").text() ?? "";
  return [
    wholeWork(pieceOf(SETTING), async () => {
      // Where kintone wants no states without actions, it gets all at once.
      const refused = await refusalOf(() => put([]));
      if (refused) await put(actions);
      isTaken = true;
    }),
    workOf({
      items: actions,
      pieceOf: (action) => pieceOf(SETTING, nameOf(action)),
      async send(next, taken) {
        if (!isTaken) return;
        await put(actions.filter((action) => next.includes(action) || taken.includes(action)));
      },
      isNamed: (action, error) => isNamedAs(`actions[${actions.indexOf(action)}]`, error),
    }),
  ];

  async function put(some: readonly AnswerPart[]): Promise<void> {
    const values = some.map((action) => settle(nameOf(action), action.value as object));
    await bench.change({ method: "PUT", setting: SETTING, body: { ...body, actions: values } });
  }

  /** The first state of an app can only be given another name (cybozu.dev, update-process-management-settings). */
  function keyOf(name: string, state: AnswerPart, found: AnswerPart): string {
    const isFirst = (of: AnswerPart) => of.member("index").text() === "0";
    const first = found
      .member("states")
      .members()
      .find(([, each]) => isFirst(each));
    return isFirst(state) && first ? first[0] : name;
  }
};

async function creatorField(bench: Parameters<StepWork>[0]): Promise<string> {
  const { properties } = await bench.read("app/form/fields");
  return Object.values(properties).find(({ type }) => type === "CREATOR")?.code ?? "";
}

/** kintone does not take the creator by the type, but by the field. */
function withCreator(value: unknown, creator: string): object {
  const given = (entity: unknown): unknown =>
    typeof entity === "object" && entity !== null && Reflect.get(entity, "type") === "CREATOR"
      ? { type: "FIELD_ENTITY", code: creator }
      : entity;
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, member]) => [name, name === "entity" ? given(member) : walk(member)]),
    );
  };
  return walk(value) as object;
}
