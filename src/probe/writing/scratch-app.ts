import type { Exchange, Heard, Sent } from "../../kintone/connection/exchange";
import { Refusal, toldOf } from "../finding";
import { FORM } from "./form";

export type Cells = Record<string, { value: unknown }>;

/** An app that was made for trying, and is left afterwards. */
export interface ScratchApp {
  readonly appId: string;
  readonly name: string;
  /** Who made it. */
  readonly userCode: string;
  exchange: Exchange;
  /** The code of a field that every app has, in the language of who made it. */
  codeOf: (type: string) => string;
  /** Settings that are not live yet. */
  settings: (path: string) => Promise<Record<string, unknown>>;
  /** Changes them, and resolves to what kintone says. */
  change: (method: "POST" | "PUT", path: string, body: object) => Promise<Heard>;
  /** Makes them live. Rejects with a `Refusal`. */
  deploy: () => Promise<void>;
  /** The same in two steps, of which the first resolves to what kintone says. */
  beginUpdate: () => Promise<Heard>;
  endOfUpdate: () => Promise<void>;
  /** Takes back what is not live. */
  revert: () => Promise<void>;
  /** A form to write into, live; made when it is asked for first. */
  withForm: () => Promise<void>;
  /** Adds a record, whatever kintone says. */
  add: (record: Cells) => Promise<Heard>;
  /** Adds one that has to be there for what is tried. Rejects with a `Refusal`. */
  added: (record: Cells) => Promise<string>;
  record: (id: string) => Promise<Cells>;
}

interface Maker {
  exchange: Exchange;
  userCode: string;
  /** Of the day. */
  at: string;
  pause: (milliseconds: number) => Promise<void>;
}

const DEPLOY = "app/deploy";
const POLL_MILLISECONDS = 500;
/** kintone updates small apps within seconds. */
const LONGEST_POLLS = 240;

/** Makes the app, and nothing in it. Rejects with a `Refusal`. */
export async function makeScratchApp({ exchange, userCode, at, pause }: Maker): Promise<ScratchApp> {
  const name = `kintone-backup probe ${at.slice(0, 10)} (can be deleted)`;
  const { app } = bodyOf(await exchange({ method: "POST", path: "app", preview: true, body: { name } }), "app");
  const appId = String(app);
  const settings = async (path: string) =>
    bodyOf(await exchange({ method: "GET", path, preview: true, query: { app: appId } }), path);
  const { properties } = await settings("app/form/fields").catch((thrown: unknown) => {
    throw thrown instanceof Refusal ? new Refusal(`${thrown.message}; app ${appId} is left`) : thrown;
  });
  const fields = Object.values(properties as Record<string, { type: string; code: string }>);
  const change = (method: "POST" | "PUT", path: string, body: object) =>
    exchange({ method, path, preview: true, body: { app: appId, ...body } });
  const ask = async (sent: Sent) => bodyOf(await exchange(sent), sent.path);
  let form: Promise<void> | undefined;

  const beginUpdate = (more: object = {}) =>
    exchange({ method: "POST", path: DEPLOY, preview: true, body: { apps: [{ app: appId }], ...more } });

  async function endOfUpdate(): Promise<void> {
    for (let polls = 0; polls < LONGEST_POLLS; polls += 1) {
      const { apps } = await ask({ method: "GET", path: DEPLOY, preview: true, query: { apps: [appId] } });
      const [{ status } = { status: "" }] = apps as Array<{ status: string }>;
      if (status === "SUCCESS") return;
      if (status !== "PROCESSING") throw new Refusal(`${DEPLOY}: ${status}`);
      await pause(POLL_MILLISECONDS);
    }
    throw new Refusal(`${DEPLOY}: no end`);
  }

  async function update(more?: object): Promise<void> {
    bodyOf(await beginUpdate(more), DEPLOY);
    await endOfUpdate();
  }

  const add = (record: Cells) => exchange({ method: "POST", path: "records", body: { app: appId, records: [record] } });
  return {
    ...{ appId, name, userCode, exchange, settings, change, add },
    codeOf: (type) => fields.find((field) => field.type === type)?.code ?? "",
    deploy: () => update(),
    revert: () => update({ revert: true }),
    ...{ beginUpdate, endOfUpdate },
    withForm: () =>
      (form ??= (async () => {
        bodyOf(await change("POST", "app/form/fields", { properties: FORM }), "app/form/fields");
        await update();
      })()),
    async added(record) {
      const { ids } = bodyOf(await add(record), "records");
      return String((ids as string[])[0]);
    },
    async record(id) {
      const { record } = await ask({ method: "GET", path: "record", query: { app: appId, id } });
      return record as Cells;
    },
  };
}

/** Of a success. Rejects with a `Refusal` that names what was asked for. */
export function bodyOf(heard: Heard, path: string): Record<string, unknown> {
  if (heard.status !== 200) throw new Refusal(`${path}: ${toldOf(heard)}`);
  return heard.body as Record<string, unknown>;
}
