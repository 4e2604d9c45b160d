import { inOrder } from "../../domain/in-order";
import type { SpaceRef } from "../../domain/domain-source";
import { endsTheRun, toBackupError } from "../../domain/errors";
import type { Gap } from "../../domain/gap";
import { plainError } from "../../domain/plain-error";
import { lookInto } from "../../domain/settings/answer-part";
import type { DomainContext, ListReader, ReadList } from "./domain-context";
import { gapCodeOf } from "./domain-ledger";
import { wholeList } from "./whole-list";

/** After so many spaces in a row that failed for a reason that may pass, kintone is away, and each more costs minutes. */
const OUTAGE_AFTER = 3;

/** Each space that is known of, with its members. One that cannot be read, or is to stay out, is a gap of its own. */
export const readSpaces: ListReader = async (context) => {
  const { spaces: known, unlisted } = await knownSpaces(context);
  const isLeftOut = ({ id }: SpaceRef) => context.spacesLeftOut.includes(id);
  const spaces = known.filter((space) => !isLeftOut(space));
  const read: ReadList = { lines: [], failures: [], gaps: [unlisted, ...known.filter(isLeftOut).map(leftOut)] };
  const readOne = async (space: SpaceRef) => {
    context.beat();
    const failure = (thrown: unknown) => {
      const error = toBackupError(thrown);
      if (endsTheRun(error)) throw error;
      return { error };
    };
    return { id: space.id, ...(await context.source.readSpace(space).catch(failure)) };
  };
  let awayFor = 0;
  for await (const found of inOrder(spaces, context.requestsAtOnce, readOne)) {
    const { id } = found;
    if ("error" in found) {
      const { error } = found;
      awayFor = error.retryable ? awayFor + 1 : 0;
      if (awayFor === OUTAGE_AFTER) throw error;
      const gap: Gap = { code: gapCodeOf(error), what: "space", text: error.message, space: id };
      read.failures.push({ gap, error: plainError(error) });
      continue;
    }
    awayFor = 0;
    read.lines.push({ id, space: found.space, members: found.members });
  }
  return read;
};

const leftOut = ({ id }: SpaceRef): Gap => ({
  ...{ code: "EXCLUDED", what: "space", space: id },
  text: "Left out, as the settings say.",
});

const NOT_SEEN = "Spaces that the user may not see: kintone does not list them.";
const WITHOUT_APPS = "Spaces that no app is in which the user may see: kintone lists them on the Wide course alone.";

/**
 * Where kintone refuses its list of spaces, which another course than Wide has not (what it answers there is UNCONFIRMED(statistics-of-other-course)), they are known by
 * the apps in them. Guest spaces are in neither, but for those of targets.
 */
async function knownSpaces(context: DomainContext): Promise<{ spaces: SpaceRef[]; unlisted: Gap }> {
  const listed = await wholeList({ of: "spaces" }, context).catch((thrown: unknown) => {
    const error = toBackupError(thrown);
    if (error.code !== "NO_PERMISSION" && error.code !== "REFUSED") throw error;
    return undefined;
  });
  const found = listed ? listed.flatMap(listedSpace) : (await wholeList({ of: "apps" }, context)).flatMap(spaceOfApp);
  const ofTargets = context.targets.flatMap(({ guestSpaceId: id }) =>
    id === undefined ? [] : [{ id, isGuest: true }],
  );
  const spaces = new Map([...found, ...ofTargets].map((space) => [space.id, space]));
  const text = listed ? NOT_SEEN : WITHOUT_APPS;
  return {
    spaces: [...spaces.values()].sort((a, b) => Number(a.id) - Number(b.id)),
    unlisted: { code: "NOT_OFFERED_BY_KINTONE", what: "unlisted-spaces", text },
  };
}

function listedSpace(item: unknown): SpaceRef[] {
  const { root } = lookInto(item);
  const id = root.member("id").text();
  return id === undefined ? [] : [{ id, isGuest: root.member("isGuest").flag() === true }];
}

function spaceOfApp(item: unknown): SpaceRef[] {
  const id = lookInto(item).root.member("spaceId").text();
  return id ? [{ id, isGuest: false }] : [];
}
