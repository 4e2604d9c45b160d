import type { TargetOptions } from "../archive/manifest/manifest";
import { PARTS, type Target } from "./target";

/** What a run is asked for of a target, and what is left out of it. */
export type Asked = TargetOptions;

/**
 * What a run is asked for of a target: the same in the manifest, in the result and in the history.
 *
 * @param excludedFields all that stay out, whoever decided it
 */
export function askedOf(target: Target, excludedFields = target.excludedFields): Asked {
  const { query, include } = target;
  return { query, include: PARTS.filter((part) => include[part]), excludedFields: [...excludedFields] };
}
