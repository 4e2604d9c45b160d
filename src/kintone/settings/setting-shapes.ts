import * as v from "valibot";
import type { SettingName } from "../../domain/source";

const file = v.looseObject({ fileKey: v.string(), name: v.string(), size: v.string() });
const resource = v.variant("type", [
  v.looseObject({ type: v.literal("FILE"), file }),
  v.looseObject({ type: v.literal("URL") }),
]);
const device = v.looseObject({ js: v.array(resource), css: v.array(resource) });

/** As much of the settings as the engine relies on (OpenAPI 20250423); whatever else is in an answer is kept as it is. */
const SHAPES: Partial<Record<SettingName, v.GenericSchema>> = {
  app: v.looseObject({ appId: v.string(), name: v.string(), spaceId: v.nullish(v.string()) }),
  "app/settings": v.looseObject({ icon: v.optional(v.looseObject({ file: v.optional(file) })) }),
  "app/form/fields": v.looseObject({
    revision: v.string(),
    properties: v.record(v.string(), v.looseObject({ type: v.string(), code: v.string() })),
  }),
  "app/form/layout": v.looseObject({ layout: v.array(v.looseObject({ type: v.string() })) }),
  "app/customize": v.looseObject({ desktop: device, mobile: device }),
};

/** Whether an answer can be what was asked for. A proxy, or a kintone to come, may answer anything with status 200. */
export function isSetting(name: SettingName, answer: unknown): boolean {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return false;
  const shape = SHAPES[name];
  return shape === undefined ? true : v.is(shape, answer);
}
