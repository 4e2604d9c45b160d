import type { AppRef } from "../../../src/domain/target";
import type { Connection } from "../../../src/kintone/connection/connection";
import { retrying } from "../../../src/kintone/connection/retrying";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { createRestSink } from "../../../src/kintone/writing/rest-sink";
import { sinkContract } from "../../contracts/sink";
import { CUSTOMER, CUSTOMERS, formOf, type WritableApp } from "../../contracts/sink-form";
import type { App } from "../../emulator/domain/app";
import { withProcess } from "../../emulator/domain/process-management";
import { localKintone } from "../local-kintone";

const kintone = localKintone();
const { domain } = kintone;
domain.people.addUser({ code: "ito", name: "伊藤", password: "kintone" });
domain.spaces.add({ id: 4, name: "得意先", isGuest: true, administrators: ["admin"], members: ["sato", "ito"] });

const mayWrite = { recordViewable: true, recordAddable: true, recordEditable: true, recordDeletable: true };
const acl = [
  { entity: { type: "USER", code: "admin" }, appEditable: true, ...mayWrite },
  { entity: { type: "USER", code: "sato" }, ...mayWrite },
  { entity: { type: "GROUP", code: "everyone" }, recordViewable: true },
];

const customers = { outside: addCustomers(), inside: addCustomers(4) };

function addCustomers(spaceId?: number): App {
  const app = domain.addApp({
    ...{ name: "得意先", creator: "admin", properties: CUSTOMERS, acl },
    ...(spaceId !== undefined && { spaceId }),
  });
  app.addRecord({ 名前: { value: CUSTOMER } });
  app.tokens.push({ token: `customers-${app.id}`, view: true, add: false, edit: false, delete: false, manage: false });
  return app;
}

/** Who writes: with which connection, in an app that has just been added. */
interface Writers {
  manager: Connection;
  writer: Connection;
  reader: Connection;
}

function addApp(spaceId?: number): { app: AppRef; added: App; lookedUp: App } {
  const lookedUp = spaceId === undefined ? customers.outside : customers.inside;
  const added = domain.addApp({
    ...{ name: "注文", creator: "admin", properties: formOf(String(lookedUp.id)), acl },
    ...(spaceId !== undefined && { spaceId }),
  });
  const app = { appId: String(added.id), ...(spaceId !== undefined && { guestSpaceId: String(spaceId) }) };
  return { app, added, lookedUp };
}

const users: (added: App, lookedUp: App) => Writers = () => ({
  ...{ manager: kintone.connection.as("admin"), writer: kintone.connection.as("sato") },
  reader: kintone.connection.as("ito"),
});
const sessions: (added: App, lookedUp: App) => Writers = () => ({
  ...{ manager: kintone.connection.inSessionOf("admin"), writer: kintone.connection.inSessionOf("sato") },
  reader: kintone.connection.inSessionOf("ito"),
});
function tokens(added: App, lookedUp: App): Writers {
  const token = (name: string, rights: { write: boolean; manage: boolean }) => {
    const { write, manage } = rights;
    added.tokens.push({ token: `${name}-${added.id}`, view: true, add: write, edit: write, delete: write, manage });
    return kintone.connection.withToken(`${name}-${added.id}`, `customers-${lookedUp.id}`);
  };
  return {
    ...{
      manager: token("manager", { write: true, manage: true }),
      writer: token("writer", { write: true, manage: false }),
    },
    reader: token("reader", { write: false, manage: false }),
  };
}

function startProcess(added: App): void {
  const assignee = { type: "ONE", entities: [] };
  const states = ["open", "done"].map((name, index) => [name, { name, index: String(index), assignee }] as const);
  const action = { name: "close", from: "open", to: "done", filterCond: "", type: "PRIMARY" } as const;
  const process = { enable: true, states: Object.fromEntries(states), actions: [action] };
  added.change(withProcess(added.preview, process as never, domain.settingIds()));
  added.deploy("admin");
}

function loseAnswers(when: "before" | "after"): () => void {
  const ids = ["POST", "PUT", "DELETE"].map((method) =>
    domain.faults.add({ when: { method, path: "records.json" }, do: { kind: "drop", after: when === "after" } }),
  );
  return () => ids.forEach((id) => domain.faults.remove(id));
}

const ways: Array<[name: string, writers: (added: App, lookedUp: App) => Writers, spaceId?: number]> = [
  ["to users", users],
  ["to tokens in a guest space", tokens, 4],
  ["in sessions", sessions],
];

for (const [way, writersOf, spaceId] of ways) {
  sinkContract(`kintone, ${way},`, async (): Promise<WritableApp> => {
    const { app, added, lookedUp } = addApp(spaceId);
    const { manager, writer, reader } = writersOf(added, lookedUp);
    const patient = (connection: Connection) => createRestSink(retrying(connection, { minTimeout: 1, maxTimeout: 4 }));
    return {
      ...{ app, manager: patient(manager), writer: patient(writer), reader: patient(reader) },
      ...{ source: createRestSource(manager), loseAnswers, startProcess: () => startProcess(added) },
    };
  });
}
