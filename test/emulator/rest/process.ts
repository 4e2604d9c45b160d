import type { App } from "../domain/app";
import type { ProcessAction, ProcessManagement, ProcessState } from "../domain/app-settings";
import type { Domain } from "../domain/domain";
import { withProcess } from "../domain/process-management";
import {
  assigneeNotAllowed,
  assigneeRequired,
  notAssignee,
  processDisabled,
  statusChangeFailed,
} from "../errors/process";
import { revisionConflict } from "../errors/records";
import { invalidParameter, noPermission } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { userNotFound } from "../errors/values";
import { asMoment } from "../field-types/date-time";
import { predicate } from "../query/match";
import { parseQuery } from "../query/query";
import { fieldValue } from "../records/field-value";
import { fieldOfType, findField } from "../domain/form";
import type { StoredRecord } from "../records/record";
import { announce, announceAssignees } from "./announce";
import type { Way } from "./announce";
import { put, settingsReader, settingsWriter } from "./endpoint";
import type { AppAccess, Call, Endpoint } from "./endpoint";
import type { Parameters } from "./parameters";
import { existing } from "./records";

const maxNameLength = 64;
const maxAssignees = 100;
const maxRecords = 100;

/** The process: its definition, and moving records along it. */
export const process: Endpoint[] = [
  ...settingsReader("app/status.json", ({ process: { enable, states, actions } }) => ({
    enable,
    states: states && mapStates(states, (state) => ({ ...state, description: state.description ?? "" })),
    actions,
  })),

  settingsWriter("PUT", "app/status.json", (app, call) =>
    withProcess(app.preview, definition(app, call), call.domain.settingIds(), call.domain.opposites),
  ),

  ...[
    put("record/status.json", (call) => {
      const access = call.appWithRecords();
      const record = call.domain.transaction.run(() => proceed(call, access, call.parameters, "single"));
      return { revision: String(record.revision) };
    }),

    put("records/status.json", (call) => {
      const access = call.appWithRecords();
      const items = call.parameters.objects("records", maxRecords, sentences.updateAtMost(maxRecords));
      const moved = call.domain.transaction.run(() =>
        items.map(({ parameters }) => proceed(call, access, parameters, "plural")),
      );
      return { records: moved.map(({ id, revision }) => ({ id: String(id), revision: String(revision) })) };
    }),

    put("record/assignees.json", (call) => {
      const access = call.appWithRecords();
      const record = recordInProcess(access, call.parameters);
      // Whoever manages the app assigns, in whatever state (cybozu.dev update-assignees).
      access.permissions.demand("manage");
      if (!access.permissions.mayWithRecord(record, "viewable")) throw noPermission();
      const assignees = call.parameters.texts("assignees", maxAssignees);
      if (!assignees) throw invalidParameter("assignees", sentences.requiredParameter);
      for (const code of assignees) if (!call.domain.people.canBeNamed(code)) throw userNotFound(code);
      const changed = { ...record, assignees, revision: record.revision + 1, ...touched(call) };
      access.app.records.put(changed);
      announceAssignees(call, access.app, changed);
      return { revision: String(changed.revision) };
    }),
  ].map((endpoint) => ({ ...endpoint, bulk: true })),
];

function definition(app: App, { domain, parameters }: Call): ProcessManagement {
  const before = app.preview.process;
  const enable = parameters.has("enable") ? parameters.flag("enable") : before.enable;
  const givenStates = parameters.optionalObject("states") as Record<string, Partial<ProcessState>> | undefined;
  const givenActions = parameters.list("actions", 1000) as Array<Partial<ProcessAction>> | undefined;
  const states = givenStates
    ? Object.fromEntries(Object.entries(givenStates).map((entry) => readState(entry, app, domain)))
    : before.states;
  if (givenStates && states) checkFirstState(states, app);
  const actions = givenActions?.map((action, index) => readAction(action, index, states)) ?? before.actions;
  return { enable, states, actions };
}

const mapStates = (states: Record<string, ProcessState>, map: (state: ProcessState) => ProcessState) =>
  Object.fromEntries(Object.entries(states).map(([name, state]) => [name, map(state)]));

/** Without an assignee the API sets "one of: the creator" (observed). */
function readState(
  [key, state]: [string, Partial<ProcessState>],
  app: App,
  { opposites }: Domain,
): [string, ProcessState] {
  const name = state.name ?? key;
  if ([...name].length > maxNameLength)
    throw invalidParameter(`states[${key}].name`, sentences.shorterThan(maxNameLength + 1));
  if (state.index === undefined) throw invalidParameter(`states[${key}].index`, sentences.requiredParameter);
  const creator = fieldOfType(app.preview.properties, "CREATOR")?.code ?? "";
  const assignee = state.assignee ?? {
    type: "ONE",
    entities: [{ entity: { type: "FIELD_ENTITY", code: creator }, includeSubs: false }],
  };
  const entities = assignee.entities.map((entry) => ({ ...entry, includeSubs: entry.includeSubs ?? false }));
  // cybozu.dev api-updates/2026-11; that it is called so, and stays when it is left out, is UNCONFIRMED(text-for-assignees).
  const before = opposites.has("text-for-assignees") ? "" : app.preview.process.states?.[key]?.description;
  const description = state.description ?? before ?? "";
  return [name, { name, index: String(state.index), description, assignee: { type: assignee.type, entities } }];
}

/** The first state belongs to nobody or to the creator, named by the field (measured, SonicGarden/kintone-emulator `docs/`). */
function checkFirstState(states: Record<string, ProcessState>, app: App): void {
  const [first] = Object.values(states).sort((a, b) => Number(a.index) - Number(b.index));
  if (!first) return;
  const creator = fieldOfType(app.preview.properties, "CREATOR")?.code;
  const isCreators = first.assignee.entities.every(
    ({ entity }) => entity.type === "FIELD_ENTITY" && entity.code === creator,
  );
  if (first.assignee.type !== "ONE" || first.assignee.entities.length > 1 || !isCreators)
    throw invalidParameter(`states[${first.name}].assignee`, sentences.firstAssignee);
}

function readAction(action: Partial<ProcessAction>, index: number, states: ProcessManagement["states"]): ProcessAction {
  const { name, from, to } = action;
  for (const [key, value] of Object.entries({ name, from, to })) {
    if (!value) throw invalidParameter(`actions[${index}].${key}`, sentences.requiredParameter);
  }
  if (!states?.[from ?? ""] || !states[to ?? ""])
    throw invalidParameter(`actions[${index}].from`, sentences.wrongShape);
  return {
    name: name ?? "",
    from: from ?? "",
    to: to ?? "",
    filterCond: action.filterCond ?? "",
    type: action.type ?? "PRIMARY",
    ...(action.executableUser && { executableUser: action.executableUser }),
  };
}

/** One action on one record; the revision rises by two (observed). */
function proceed(call: Call, access: AppAccess, parameters: Parameters, way: Way): StoredRecord {
  const { app } = access;
  const record = recordToMove(access, parameters);
  const { states, actions } = app.settings.process;
  const from = record.status ?? app.firstState?.name;
  const name = parameters.text("action");
  const action = actions?.find((candidate) => candidate.name === name && candidate.from === from);
  if (!action || !isOpen(action, record, app, call)) throw statusChangeFailed();
  const isAssignee = record.assignees.length === 0 || record.assignees.includes(call.callerCode);
  if (!isAssignee && action.type === "PRIMARY") throw notAssignee();
  const state = states?.[action.to];
  const moved = {
    ...record,
    status: action.to,
    assignees: state ? nextAssignees(state, record, app, call, parameters.optionalText("assignee")) : [],
    revision: record.revision + 2,
    ...touched(call),
  };
  app.records.put(moved);
  announce(call, app, moved, "statusChanged", way);
  announceAssignees(call, app, moved);
  return moved;
}

/** @throws GAIA_RE01, CB_NO02, GAIA_ST02, GAIA_CO02 */
function recordToMove(access: AppAccess, parameters: Parameters): StoredRecord {
  const record = recordInProcess(access, parameters);
  access.permissions.demand("edit");
  if (!access.permissions.mayWithRecord(record, "editable")) throw noPermission();
  return record;
}

function recordInProcess(access: AppAccess, parameters: Parameters): StoredRecord {
  parameters.require("id");
  if (!access.app.settings.process.enable) throw processDisabled();
  const record = existing(access, parameters.id("id"));
  const { revision } = parameters;
  if (revision !== undefined && revision !== record.revision) throw revisionConflict();
  return record;
}

function isOpen(action: ProcessAction, record: StoredRecord, app: App, call: Call): boolean {
  return predicate(parseQuery(action.filterCond).condition, call.asker(app))(record);
}

/** ONE: the caller chooses among those who can be chosen; ANY and ALL: everyone named (cybozu.dev update-process-management). */
function nextAssignees(
  state: ProcessState,
  record: StoredRecord,
  app: App,
  call: Call,
  chosen: string | undefined,
): string[] {
  const candidates = candidatesOf(state, record, app, call);
  const isChosen = state.assignee.type === "ONE" && candidates.length > 0;
  if (!isChosen && chosen !== undefined && chosen !== "") throw assigneeNotAllowed();
  if (state.assignee.type !== "ONE") return candidates;
  if (candidates.length === 0) return [];
  if (chosen === undefined || chosen === "") throw assigneeRequired();
  if (!candidates.includes(chosen)) throw invalidParameter("assignee", sentences.wrongShape);
  return [chosen];
}

function candidatesOf(state: ProcessState, record: StoredRecord, app: App, { domain }: Call): string[] {
  const users = [...domain.people.users.values()];
  const codes = state.assignee.entities.flatMap(({ entity, includeSubs }) => {
    if (entity.type === "CREATOR") return [record.creator];
    if (entity.type !== "FIELD_ENTITY")
      return users.filter((user) => domain.people.includes(entity, user, includeSubs)).map(({ code }) => code);
    const property = findField(app.settings.properties, entity.code ?? "")?.property;
    const value = property && fieldValue(record, property, app);
    return (Array.isArray(value) ? value : [value]).filter(
      (code) => typeof code === "string" && code !== "",
    ) as string[];
  });
  return [...new Set(codes)];
}

const touched = (call: Call) =>
  call.domain.opposites.has("state-touches-modifier")
    ? {}
    : { modifier: call.callerCode, updatedTime: asMoment(call.domain.now()) };
