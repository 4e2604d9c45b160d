import type { PageData } from "../page-data";
import type { Text } from "../text";
import type { Events } from "./api/events";
import type { Ui } from "./api/ui";
import type { Form } from "./record/form-definition";
import type { KintoneRecord } from "./record/record-values";
import type { Rest } from "./rest";

/** What the screen shows at this moment. The JavaScript API answers from it; the screen's own code keeps it up to date. */
export interface Page {
  readonly data: PageData;
  readonly text: Text;
  readonly rest: Rest;
  readonly events: Events;
  readonly ui: Ui;
  /** Shows what went wrong, as a notification. */
  readonly tell: (error: unknown) => void;
  /** On record lists only. */
  list?: ListOnScreen;
  /** On detail, create and edit screens only. */
  record?: RecordOnScreen;
}

export interface ListOnScreen {
  viewId: number;
  /** Condition of the view and of the user's filter together. */
  condition: string;
  /** The condition with `order by`, `limit` and `offset`. */
  query: string;
  headerMenuSpace: HTMLElement;
  headerSpace: HTMLElement;
  /** The cells of a field, top to bottom; `null` when the view does not show it. */
  cellsOf(fieldCode: string): HTMLElement[] | null;
}

export interface RecordOnScreen {
  mode: "detail" | "create" | "edit";
  /** `null` on the create screen. */
  recordId: number | null;
  /** True while handlers of an event run: then `get` and `set` are refused. */
  inHandler: boolean;
  get(): KintoneRecord;
  set(record: KintoneRecord): void;
  headerMenuSpace: HTMLElement;
  space(elementId: string): HTMLElement | null;
  /** Detail screens only, as documented; `null` otherwise. */
  field(fieldCode: string): HTMLElement | null;
  setFieldShown(fieldCode: string, shown: boolean): void;
}

/** What the detail, create and edit screens are given. */
export interface RecordScreen {
  page: Page;
  root: HTMLElement;
  form: Form;
  appId: string;
}
