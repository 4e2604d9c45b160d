import { archivedSetting } from "../../../archive/reading/archived-setting";
import { lookInto } from "../../../domain/settings/answer-part";
import type { Bench } from "../making/bench";
import { pieceOf, type StepContext, type StepWork } from "./step-context";
import { type Work, wholeWork } from "./work";

type Permission = "app/acl" | "record/acl" | "field/acl";

/** Who may do what with records and fields. Each as a whole or not at all: with a line less, it could allow more. */
export const permissions: StepWork = async (bench, context) => {
  const { properties } = await bench.read("app/form/fields");
  const inner = Object.values(properties).flatMap(({ fields }) => Object.keys(fields ?? {}));
  const codes = new Set([...Object.keys(properties), ...inner]);
  return [
    ...(await rightsOf(bench, "record/acl", context)),
    ...(await rightsOf(bench, "field/acl", context, (right) => codes.has(String(Reflect.get(right, "code"))))),
  ];
};

/**
 * Who may do what with the app, the last thing of all: whoever restores may have no right to manage it afterwards. Until then it is open to
 * nobody else, and stays so where the archive's permissions cannot be set.
 */
export const appPermissions: StepWork = async (bench, context) => {
  if (!context.isOpen) {
    context.toDo({ what: "permissions", settings: ["app/acl"] });
    return [];
  }
  const works = await rightsOf(bench, "app/acl", context);
  if (works.length > 0) await context.closing(bench);
  return works;
};

async function rightsOf(
  bench: Bench,
  setting: Permission,
  { people, tell, toDo }: StepContext,
  isMeant: (right: object) => boolean = () => true,
): Promise<Work[]> {
  const answer = await archivedSetting(bench.made.archived, setting);
  const notSet = () => toDo({ what: "permissions", settings: [setting] });
  if (answer === undefined) {
    notSet();
    return [];
  }
  const all = lookInto(answer)
    .root.member("rights")
    .items()
    .map(({ value }) => value as object);
  const rights = all.filter(isMeant);
  if (rights.length === 0) return [];
  const [gone] = people.leftOut(rights);
  if (gone) {
    tell({ ...pieceOf(setting), what: "not-set", ...gone });
    notSet();
    return [];
  }
  const settled = people.settled(rights, (person) => tell({ ...pieceOf(setting), what: "person", ...person }));
  const work = wholeWork(pieceOf(setting), () =>
    bench.change({ method: "PUT", setting, body: { rights: settled.map(asTaken) } }),
  );
  return [
    {
      async take(afterEach) {
        const refused = await work.take(afterEach);
        if (refused.length > 0) notSet();
        return refused;
      },
    },
  ];
}

/** The creator has no code; kintone answers `null`, and does not take it. */
function asTaken(right: object): object {
  const entity: unknown = Reflect.get(right, "entity");
  if (typeof entity !== "object" || entity === null || Reflect.get(entity, "code") !== null) return right;
  return { ...right, entity: { type: Reflect.get(entity, "type") as unknown } };
}
