import type { App } from "../domain/app";
import type { Values } from "./record";

/** Works out the calculated fields. */
export function calculate(values: Values, _app: App): Values {
  return values;
}
