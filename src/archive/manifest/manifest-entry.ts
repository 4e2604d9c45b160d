import * as v from "valibot";
import { ArchiveError } from "../archive-error";
import { utf8Chunks } from "../bytes/utf8";
import { canonicalPieces } from "../canonical-json";
import { type ZipInput, streamOf } from "../entry";
import type { Manifest } from "./manifest";
import { manifestSchema } from "./manifest-schema";

export const MANIFEST_PATH = "manifest.json";

/** For people; in the first volume only. */
export const README_PATH = "README.txt";

/** The manifest as the entry that goes into its volume. */
export function manifestInput(manifest: Manifest): ZipInput {
  const chunks = [...utf8Chunks(canonicalPieces(manifest))];
  const size = chunks.reduce((sum, { length }) => sum + length, 0);
  return { path: MANIFEST_PATH, size, open: () => streamOf(...chunks) };
}

/** In version 1, `settings` was all settings, those for administrators included. */
function inTodaysWords(manifest: Manifest): Manifest {
  if (manifest.formatVersion !== 1) return manifest;
  const targets = manifest.targets.map(({ options, ...target }) => {
    const all = options.include.includes("settings") ? (["administration"] as const) : [];
    return { ...target, options: { ...options, include: [...options.include, ...all] } };
  });
  return { ...manifest, targets };
}

/** Reads a manifest. Throws `ArchiveError` `MANIFEST_INVALID` for anything else. Members that it does not know are ignored. */
export function parseManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ArchiveError("MANIFEST_INVALID", "The manifest is not JSON", { cause });
  }
  const result = v.safeParse(manifestSchema, json, { abortEarly: true });
  if (result.success) return inTodaysWords(result.output);
  const [issue] = result.issues;
  const place = v.getDotPath(issue) ?? "its root";
  throw new ArchiveError("MANIFEST_INVALID", `The manifest is not valid at ${place}: ${issue.message}`);
}
