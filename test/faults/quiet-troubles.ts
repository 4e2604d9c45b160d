import type { Random } from "../emulator/sample/random";
import { OPERATOR, OWNER, type RandomKintone } from "./kintone";
import type { Trouble } from "./troubles";

/** Lists of an app's records lack one of them, although kintone counts it. */
export interface HiddenRecord {
  app: number;
  record: string;
  /** In so many answers; then it is there again. */
  answers: number;
}

/** What no answer speaks of: only who compares finds it. */
export const QUIET_TROUBLES = [hiddenRecord, unreadableField, changedForm, shortFile];

function shortFile(random: Random): Trouble {
  const when = { method: "GET", path: "file.json", nth: random.integer(1, 4), times: random.pick([1, 2, 100_000]) };
  const effect = { kind: "truncate" as const, bytes: random.integer(0, 200), quiet: true };
  return { kind: "answer ends early without a word", place: "attachments and other files", wire: { when, do: effect } };
}

function hiddenRecord(random: Random, { wishes }: RandomKintone): Trouble {
  const { app } = random.pick(wishes);
  const hidden = {
    ...{ app: app.id, record: String(random.integer(1, Math.max(1, app.records.size))) },
    answers: random.pick([1, 1, 2, random.integer(3, 6), 100_000]),
  };
  return { kind: "lists lack a record", place: "records", hidden };
}

function unreadableField(random: Random, { wishes }: RandomKintone): Trouble {
  const { app } = random.pick(wishes);
  const code = random.pick(["品番", "数量", "添付"]);
  const happen = () => {
    const entities = [OPERATOR, OWNER].map((person) => ({
      entity: { type: "USER" as const, code: person.code },
      includeSubs: false,
      accessibility: person === OWNER ? ("WRITE" as const) : ("NONE" as const),
    }));
    app.change({ fieldAcl: [...app.preview.fieldAcl, { code, entities }] });
    app.deploy(OWNER.code);
  };
  return { kind: "a field may not be read any more", place: "kintone", happens: { nth: early(random), happen } };
}

function changedForm(random: Random, { wishes }: RandomKintone): Trouble {
  const { app } = random.pick(wishes);
  const [code, type] = ["追加", "SINGLE_LINE_TEXT"];
  const happen = () => {
    const { properties, layout } = app.preview;
    const model = properties.品番 as (typeof properties)[string];
    app.change({
      properties: { ...properties, [code]: { ...model, code, label: code } },
      layout: [...layout, { type: "ROW", fields: [{ type, code, size: { width: "200" } }] }],
    });
    app.deploy(OWNER.code);
  };
  return { kind: "a field is added to the form", place: "kintone", happens: { nth: early(random), happen } };
}

/** Mostly while something is still to be read. */
const early = (random: Random) => random.pick([1, random.integer(2, 10), random.integer(5, 40), random.integer(5, 80)]);

/** A `fetch` whose lists of records lack the hidden ones. */
export function hiding(hidden: readonly HiddenRecord[], send: typeof fetch): typeof fetch {
  const left = hidden.map((one) => ({ ...one }));
  return async (input, init) => {
    const answer = await send(input, init);
    const url = new URL(String(input));
    if (hidden.length === 0 || !url.pathname.endsWith("/records.json") || init?.method === "PUT" || !answer.ok)
      return answer;
    const { app = url.searchParams.get("app") } = parsed(init?.body);
    const text = await answer.text();
    const list = parsed(text) as { records?: Array<{ $id: { value: string } }> };
    for (const one of left.filter((each) => String(each.app) === app)) {
      const kept = list.records?.filter(({ $id }) => $id.value !== one.record);
      if (one.answers === 0 || !kept || kept.length === list.records?.length) continue;
      list.records = kept;
      one.answers -= 1;
    }
    // What was cut off on its way stays as it is.
    return new Response(list.records ? JSON.stringify(list) : text, answer);
  };
}

function parsed(text: unknown): Record<string, never> {
  try {
    return JSON.parse(String(text)) as Record<string, never>;
  } catch {
    return {};
  }
}
