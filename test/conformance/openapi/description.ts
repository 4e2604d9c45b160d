import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { parse } from "yaml";

/** As much of a schema as the description uses. */
export interface Schema {
  $ref?: string;
  type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: string[];
}

interface Document {
  info: { version: string };
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema?: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
}

/** Cybozu's own description of the REST API. */
export interface Description {
  version: string;
  /** Of the answer in JSON, by `GET app/views.json`; undefined where the answer is empty or no JSON. */
  answers: Map<string, Schema | undefined>;
  resolve(schema: Schema): Schema;
}

const root = path.join(import.meta.dirname, "../../..");

/** Where the description is looked for. It belongs to Cybozu and is no part of this project. */
export const descriptionFile = (): string =>
  path.resolve(root, process.env.KINTONE_OPENAPI ?? "../shared/kintone-openapi.yaml");

/** Undefined when the file is not there. */
export async function readDescription(file: string): Promise<Description | undefined> {
  if (!existsSync(file)) return undefined;
  const document = parse(await readFile(file, "utf8"), { maxAliasCount: -1 }) as Document;
  const answers = new Map<string, Schema | undefined>();
  for (const [address, operations] of Object.entries(document.paths)) {
    // Every path stands there a second time for guest spaces, with the same answers.
    const [, below] = /^\/k\/v1\/(.+)$/.exec(address) ?? [];
    if (below === undefined) continue;
    for (const [method, { responses }] of Object.entries(operations)) {
      answers.set(`${method.toUpperCase()} ${below}`, responses["200"]?.content?.["application/json"]?.schema);
    }
  }
  return {
    version: document.info.version,
    answers,
    resolve: (schema) =>
      schema.$ref ? (document.components.schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {}) : schema,
  };
}
