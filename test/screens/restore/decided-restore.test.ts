import { expect, it } from "vitest";
import type { PlanFile } from "../../../src/restore/plan/plan-file";
import { NOTHING_DECIDED, type RestoreChoices } from "../../../src/restore/plan/restore-choices";
import { alreadyDecided, draftOf } from "../../../src/screens/restore/decided-restore";
import { choicesOf } from "../../../src/screens/restore/restore-draft";

const CHOICES: RestoreChoices[] = [
  { ...NOTHING_DECIDED, addMissing: true, putBack: false },
  {
    ...{ addMissing: false, putBack: true, remove: "surplus", bytes: true, fields: ["数量"] },
    selection: {
      ids: ["3"],
      condition: '判定 in ("良")',
      changed: { from: "2026-11-01T00:00:00Z" },
      onlyDeleted: true,
    },
    ...{ renamed: { 品番: "品目" }, leftOutFields: ["備考"], leftOutRecords: ["7"], given: { 顧客: "不明" } },
    replaced: { users: { tanaka: "sato", gone: null }, organizations: {}, groups: {} },
    options: { 判定: { 良: "合格" } },
    confirmed: { large: true, removals: { appName: "検査", records: 3 } },
  },
  { ...NOTHING_DECIDED, addMissing: false, putBack: false, remove: "surplus-and-newer", selection: { ids: [] } },
];

it("what a plan decides is on the screen what it was, as long as nobody changes it there", () => {
  for (const choices of CHOICES) {
    const decided = { told: "", plan: { choices } as PlanFile };
    const { draft, ticked } = draftOf(decided);
    const { selection, ...others } = choicesOf(
      draft,
      {},
      alreadyDecided(decided, { isVouched: true }, { nothingDecided: NOTHING_DECIDED }),
    );
    // Which ones are ticked, the Worker knows.
    const meant = draft.scope === "ticked" ? { ...selection, ids: [...ticked] } : selection;
    expect({ ...others, ...(meant && { selection: meant }) }).toEqual(choices);
  }
});
