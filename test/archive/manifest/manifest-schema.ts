import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020, type AnySchema } from "ajv/dist/2020.js";
import { expect } from "vitest";

const file = path.join(import.meta.dirname, "../../../src/archive/manifest/manifest.schema.json");
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(readFileSync(file, "utf8")) as AnySchema,
);

/** What the published JSON Schema says against a manifest; empty when it is valid. */
export function schemaErrors(manifest: unknown): string[] {
  validate(manifest);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
}

/** Every archive that a test opens should pass this: other people's readers rely on the schema. */
export function expectValidManifest(manifest: unknown): void {
  expect(schemaErrors(manifest)).toEqual([]);
}
