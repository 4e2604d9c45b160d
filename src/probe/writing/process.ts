import { asAssumedIf, type Finding, refusedAs } from "../finding";
import { bodyOf, type ScratchApp } from "./scratch-app";

const STATUS = "app/status";
const NOBODY_YET = { type: "ONE", entities: [] };
const TEXT = "probe text";

interface State {
  name: string;
  index: string;
  description?: string;
}

interface Action {
  name: string;
  from: string;
  to: string;
}

/** The process as kintone has it. */
export interface Process {
  states: Record<string, State>;
  actions: Action[];
}

/** With kintone's own states, where a new app has any: the first of them can only be renamed. */
export async function switchedOn(scratch: ScratchApp): Promise<Process> {
  await scratch.withForm();
  bodyOf(await scratch.change("PUT", STATUS, { enable: true }), STATUS);
  const present = (await scratch.settings(STATUS)) as unknown as Partial<Process>;
  if (present.states && present.actions?.length) return { states: present.states, actions: present.actions };
  const states = {
    probe_open: { name: "probe_open", index: "0", assignee: NOBODY_YET },
    probe_done: { name: "probe_done", index: "1", assignee: NOBODY_YET },
  };
  const actions = [{ name: "probe_finish", from: "probe_open", to: "probe_done" }];
  bodyOf(await scratch.change("PUT", STATUS, { enable: true, states, actions }), STATUS);
  return { states, actions };
}

interface View {
  name: string;
  type: string;
  index: string;
  builtinType?: string;
  fields?: string[];
}

async function viewsOf({ settings }: ScratchApp): Promise<Record<string, View>> {
  const { views } = await settings("app/views");
  return views as Record<string, View>;
}

const isBuiltin = ({ builtinType }: View) => builtinType === "ASSIGNEE";

export async function viewOfAssigned(scratch: ScratchApp): Promise<Finding> {
  await switchedOn(scratch);
  const view = Object.values(await viewsOf(scratch)).find(isBuiltin);
  const fields = view?.fields ?? [];
  const isSo = ["unique_text", "plain_text", "number"].every((code) => fields.includes(code));
  return asAssumedIf(isSo, view ? `a view of ${fields.length} fields` : "no view");
}

export async function builtinViewStays(scratch: ScratchApp): Promise<Finding> {
  await switchedOn(scratch);
  const views = { probe: { index: "0", type: "LIST", name: "probe", fields: ["plain_text"] } };
  const heard = await scratch.change("PUT", "app/views", { views });
  return refusedAs(400, "GAIA_IL44", heard);
}

export async function textForAssignees(scratch: ScratchApp): Promise<Finding> {
  const { states, actions } = await switchedOn(scratch);
  const last = Object.keys(states).at(-1) ?? "";
  const send = async (description?: string) => {
    const changed = Object.entries(states).map(([key, { description: _before, ...state }]) => [
      key,
      key === last && description !== undefined ? { ...state, description } : state,
    ]);
    const body = { enable: true, states: Object.fromEntries(changed) as object, actions };
    bodyOf(await scratch.change("PUT", STATUS, body), STATUS);
    const { states: kept } = (await scratch.settings(STATUS)) as unknown as Process;
    return kept[last]?.description;
  };
  const given = await send(TEXT);
  const kept = await send();
  const told = (text: string | undefined) => {
    if (text === undefined) return "no such name";
    return text === TEXT ? "kept" : "gone";
  };
  return asAssumedIf(given === TEXT && kept === TEXT, `given: ${told(given)}, left out: ${told(kept)}`);
}

export async function viewWithoutProcess(scratch: ScratchApp): Promise<Finding> {
  await switchedOn(scratch);
  bodyOf(await scratch.change("PUT", STATUS, { enable: false }), STATUS);
  const isThere = Object.values(await viewsOf(scratch)).some(isBuiltin);
  return asAssumedIf(!isThere, isThere ? "the view stays" : "no view");
}
