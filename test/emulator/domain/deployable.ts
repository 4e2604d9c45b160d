import { checkFormulas } from "../calculation/check";
import { fieldCodeNotFound } from "../errors/apps";
import { lookupKeyNotUnique } from "../errors/values";
import type { App } from "./app";
import type { Domain } from "./domain";
import { isLookupKey } from "./form";
import type { Properties } from "./form";

/**
 * What the test environment takes and the live one does not: formulas that do not work, and lookups by a key that is not
 * unique (measured, SonicGarden/kintone-emulator `doc/`). @throws GAIA_IL01, GAIA_LO03, GAIA_FC01
 */
export function checkDeployable({ preview }: App, domain: Domain): void {
  checkFormulas(preview.properties);
  checkLookups(preview.properties, domain);
  for (const { fields } of Object.values(preview.properties)) if (fields) checkLookups(fields, domain);
}

function checkLookups(properties: Properties, domain: Domain): void {
  for (const { lookup } of Object.values(properties)) {
    if (!lookup) continue;
    const source = domain.apps.get(Number(lookup.relatedApp.app))?.live?.properties;
    if (!source) continue;
    const key = source[lookup.relatedKeyField];
    if (!key) throw fieldCodeNotFound(lookup.relatedKeyField);
    if (!isLookupKey(key) && !domain.deploysAmbiguousLookups) throw lookupKeyNotUnique();
  }
}
