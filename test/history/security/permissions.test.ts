import { describe, expect, it } from "vitest";
import type { RecordRule } from "../../../src/domain/app-settings";
import type { AppRight } from "../../../src/domain/settings-desk";
import { recordRules } from "../../../src/history/app-definition/record-rights";
import { historyWriters, ownershipOf, readersOf } from "../../../src/history/security/permissions";

const user = (code: string) => ({ type: "USER", code });
const everyone = { type: "GROUP", code: "everyone" };
const creator = { type: "CREATOR", code: null };
const right = (entity: AppRight["entity"], appEditable = false): AppRight => ({
  ...{ entity, includeSubs: false, appEditable },
  ...{ recordViewable: true, recordEditable: true, recordDeletable: false },
});
const rights = [right(creator, true), right(user("sub"), true), right(everyone)];
const managers = [user("admin"), user("sub")].map((entity) => ({ entity, includeSubs: false }));
const asDefined = () => Object.values(recordRules(managers));
const judged = (rules: RecordRule[], of = rights) => historyWriters(of, rules, "admin");

/** The rule at that place with another right for one more entity. */
function loosened(rules: RecordRule[], at: number, change: Partial<RecordRule["entities"][number]>): RecordRule[] {
  const none = { entity: user("ito"), includeSubs: false, viewable: true, editable: false, deletable: false };
  return rules.map((rule, index) =>
    index === at ? { ...rule, entities: [{ ...none, ...change }, ...rule.entities] } : rule,
  );
}

it("names who can view, and whether that is everybody", () => {
  expect(readersOf(rights)).toEqual({ everyone: true, entities: [creator, user("sub"), everyone] });
  const few = [right(user("a")), { ...right(everyone), recordViewable: false }];
  expect(readersOf(few)).toEqual({ everyone: false, entities: [user("a")] });
});

describe("the history", () => {
  it("is closed by the rules of the definition, for all but those who manage the app", () => {
    expect(judged(asDefined())).toEqual({
      ...{ missing: [], loosened: [], othersFirst: false, everyoneManages: false },
      managers: [creator, user("sub")],
    });
  });

  it("is open where a rule is missing", () => {
    expect(judged(asDefined().filter((_rule, at) => at !== 1)).missing).toEqual(["chainedRuns"]);
    // What may be changed until it is known to be saved is closed without its rule.
    expect(judged(asDefined().slice(1)).missing).toEqual([]);
    expect(judged([]).missing).toEqual([
      "chainedRuns",
      "runs",
      "chainedRestores",
      "restores",
      "changes",
      "chainedDrills",
      "drills",
      "chainedDisposals",
      "disposals",
    ]);
    expect(judged([]).othersFirst).toBe(false);
  });

  it("is open where a rule lets somebody change or delete who does not manage the app", () => {
    expect(judged(loosened(asDefined(), 1, { editable: true })).loosened).toEqual(["chainedRuns"]);
    expect(judged(loosened(asDefined(), 5, { deletable: true })).loosened).toEqual(["changes"]);
    expect(judged(loosened(asDefined(), 3, { editable: true })).loosened).toEqual(["chainedRestores"]);
    expect(judged(loosened(asDefined(), 4, { editable: true })).loosened).toEqual([]);
    expect(judged(loosened(asDefined(), 2, { deletable: true })).loosened).toEqual(["runs"]);
    // A run that is under way must be changed by whoever runs it.
    expect(judged(loosened(asDefined(), 2, { editable: true })).loosened).toEqual([]);
    expect(judged(loosened(asDefined(), 1, { entity: everyone, editable: true })).loosened).toEqual(["chainedRuns"]);
  });

  it("takes who made the app for a manager only as long as they are", () => {
    const withoutCreator = rights.slice(1);
    expect(judged(asDefined(), withoutCreator).loosened).toEqual([
      ...[
        "unconfirmedRuns",
        "chainedRuns",
        "runs",
        "chainedRestores",
        "restores",
        "changes",
        "chainedDrills",
        "drills",
        "chainedDisposals",
        "disposals",
      ],
    ]);
  });

  it("is not protected from a rule of others that comes first", () => {
    const theirs = { filterCond: 'run_status in ("failed")', entities: [] };
    expect(judged([theirs, ...asDefined()]).othersFirst).toBe(true);
    expect(judged([...asDefined(), theirs]).othersFirst).toBe(false);
  });

  it("is nobody's where everybody manages the app", () => {
    expect(judged(asDefined(), [right(everyone, true)]).everyoneManages).toBe(true);
  });
});

it("an app is managed by somebody, by everybody, or by nobody", () => {
  expect(ownershipOf(rights, "admin")).toBe("somebody");
  expect(ownershipOf([right(everyone, true)], "admin")).toBe("everybody");
  expect(ownershipOf([right(everyone)], "admin")).toBe("nobody");
  expect(ownershipOf([right(creator, true)], undefined)).toBe("somebody");
  // Made with an API token, or by somebody who is gone.
  expect(ownershipOf([right(creator, true)], "")).toBe("nobody");
});
