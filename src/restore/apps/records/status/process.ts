import { lookInto } from "../../../../domain/settings/answer-part";

/** The process of an app, as kintone gives it and takes it (OpenAPI 20250423: app/status). */
export interface Process {
  enable: unknown;
  states: unknown;
  actions: unknown;
}

export function processOf(answer: unknown): Process {
  const { root } = lookInto(answer);
  const [enable, states, actions] = ["enable", "states", "actions"].map((name) => root.member(name).value);
  return { enable, states, actions };
}

/** The names of its statuses, from the first on, in which records begin; none where there is no process, or none that is on. */
export function statusesOf(process: Process): string[] {
  const { root } = lookInto(process);
  if (root.member("enable").flag() !== true) return [];
  const states = root.member("states").members();
  const indexed = states.map(([name, state]) => ({ name, index: Number(state.member("index").text() ?? 0) }));
  return indexed.sort((one, other) => one.index - other.index).map(({ name }) => name);
}

/** Nobody calls an action so. */
const MARK = "kbm-restore-";

/** The action by which a lent process moves a record from the first status into another one. */
export const actionInto = (status: string, statuses: readonly string[]): string => `${MARK}${statuses.indexOf(status)}`;

/**
 * A process with the same statuses, by which each is one action away from the first, for whoever may edit the record: no status is anybody's, and no condition
 * holds (restore-facts, 1.3).
 */
export function lentProcess(statuses: readonly string[]): Process {
  const [first = "", ...others] = statuses;
  const assignee = { type: "ONE", entities: [] };
  return {
    enable: true,
    states: Object.fromEntries(statuses.map((name, index) => [name, { name, index: String(index), assignee }])),
    actions: others.map((to) => ({ name: actionInto(to, statuses), from: first, to, filterCond: "" })),
  };
}

export function isLent(process: Process): boolean {
  const actions = lookInto(process).root.member("actions").items();
  return actions.length > 0 && actions.every((action) => action.member("name").text()?.startsWith(MARK));
}
