import { asAssumedIf, type Finding, unknown } from "../finding";
import { type Process, switchedOn } from "./process";
import { bodyOf, type Cells, type ScratchApp } from "./scratch-app";
import { LONG_AGO, times } from "./system-values";

export async function stateTouchesModifier(scratch: ScratchApp): Promise<Finding> {
  const process = await switchedOn(scratch);
  await scratch.deploy();
  const old = times(scratch, LONG_AGO.created, LONG_AGO.updated);
  const id = await scratch.added(old);
  const code = scratch.codeOf("UPDATED_TIME");
  if ((await scratch.record(id))[code]?.value !== LONG_AGO.updated) return unknown("undecided");
  await move(scratch, id, process);
  const isSame = (await scratch.record(id))[code]?.value === LONG_AGO.updated;
  return asAssumedIf(!isSame, isSame ? "the old time stays" : "another time");
}

/** Another process, whose states have the same names, with an action more. */
export async function stateAfterProcess(scratch: ScratchApp): Promise<Finding> {
  const process = await switchedOn(scratch);
  await scratch.deploy();
  const id = await scratch.added({});
  await move(scratch, id, process);
  const state = await stateOf(scratch, id);
  const [{ from, to } = { from: "", to: "" }] = process.actions;
  const actions = [...process.actions, { name: "probe_back", from: to, to: from }];
  const body = { enable: true, states: process.states, actions };
  bodyOf(await scratch.change("PUT", "app/status", body), "app/status");
  await scratch.deploy();
  const isSame = (await stateOf(scratch, id)) === state;
  return asAssumedIf(isSame, isSame ? "kept" : "another state");
}

async function stateOf(scratch: ScratchApp, id: string): Promise<unknown> {
  const cells: Cells = await scratch.record(id);
  return cells[scratch.codeOf("STATUS")]?.value;
}

/** One step from the first state; it takes whoever carries it out for its assignee, where there has to be one. */
async function move(scratch: ScratchApp, id: string, { actions }: Process): Promise<void> {
  const { appId, exchange } = scratch;
  const action = actions[0]?.name;
  const steps = { app: appId, records: [{ id, action }] };
  bodyOf(await exchange({ method: "PUT", path: "records/status", body: steps }), "records/status");
}
