import type { SampleApp } from "./app";

const STATES = ["起票", "調査中", "対策中", "承認待ち", "完了"];

const manager = { entity: { type: "USER", code: "takahashi" }, includeSubs: false } as const;

/** The process of a quality record, from its report to its close, with one way back. */
export const qualityProcess: NonNullable<SampleApp["process"]> = {
  enable: true,
  states: Object.fromEntries(
    STATES.map((name, index) => {
      const hasAssignee = index > 0 && index < STATES.length - 1;
      return [name, { name, index: String(index), assignee: { type: "ONE", entities: hasAssignee ? [manager] : [] } }];
    }),
  ),
  actions: [
    { name: "調査を始める", from: "起票", to: "調査中", filterCond: "", type: "PRIMARY" },
    { name: "対策を始める", from: "調査中", to: "対策中", filterCond: "", type: "PRIMARY" },
    { name: "承認を申請する", from: "対策中", to: "承認待ち", filterCond: "", type: "PRIMARY" },
    { name: "承認する", from: "承認待ち", to: "完了", filterCond: "", type: "PRIMARY" },
    { name: "差し戻す", from: "承認待ち", to: "対策中", filterCond: "", type: "PRIMARY" },
  ],
};
