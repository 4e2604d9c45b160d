import type { FieldProperty, LayoutRow } from "../archive/records/kintone-app";
import type { FieldRight, Manager, PerRecordNotification, RecordRule, ReminderNotification } from "./app-settings";
import type { BackupError } from "./errors";
import type { Language, SettingName } from "./source";

/** A field that an app has, with as much of its settings as is compared. */
export interface PresentField extends Omit<FieldProperty, "fields"> {
  unique?: boolean;
  options?: Record<string, { label: string; index: string }>;
  fields?: Record<string, PresentField>;
}

/** A view that an app has. What is not named here goes back to kintone as it came. */
export interface PresentView {
  type: string;
  index: string;
  filterCond?: string;
  fields?: readonly string[];
  id?: string;
  builtinType?: string;
}

/** What one entity may do in an app, in kintone's order: the first right that fits somebody decides. */
export interface AppRight extends Manager {
  appEditable: boolean;
  recordViewable: boolean;
  recordEditable: boolean;
  recordDeletable: boolean;
}

/** Answers of kintone by the endpoint that gives them (OpenAPI 20250423), with the names in the app's own language. */
export interface SettingAnswers {
  "app/form/fields": { properties: Record<string, PresentField> };
  "app/form/layout": { layout: LayoutRow[] };
  "app/views": { views: Record<string, PresentView> };
  "app/notifications/perRecord": { notifications: PerRecordNotification[] };
  "app/notifications/reminder": { notifications: ReminderNotification[] };
  "record/acl": { rights: RecordRule[] };
  "field/acl": { rights: FieldRight[] };
  "app/acl": { rights: AppRight[] };
}

/** Those whose answers have a shape. */
export type Setting = keyof SettingAnswers;

/** A setting as a desk gives it: those that are planned with have a shape, others are looked into without trust (`settings/`). */
export type AnswerOf<Name extends SettingName> = (Name extends keyof SettingAnswers
  ? SettingAnswers[Name]
  : Record<string, unknown>) & { revision: string };

/** kintone has the settings of an app twice: those that people work with, and those that are made live at an update. */
export type Environment = "live" | "preview";

/** One request that changes the settings that are not live yet. */
export interface Change {
  method: "POST" | "PUT" | "DELETE";
  setting: SettingName;
  /** Without the app and the revision. */
  body: object;
}

/** How kintone gets on with an update (OpenAPI 20250423: preview/app/deploy). */
export type DeployStatus = "PROCESSING" | "SUCCESS" | "FAIL" | "CANCEL";

/** Whether a change was refused as the settings are not those any more that it builds on. */
export const isOutdated = ({ answer }: BackupError): boolean => answer?.code === "GAIA_CO03";

/** The settings of one app. Every method rejects with a `BackupError`. */
export interface SettingsDesk {
  /** `live` rejects with `APP_NOT_FOUND` as long as the app was never updated. With default names, unless a language is asked for. */
  read<Name extends SettingName>(setting: Name, environment: Environment, language?: Language): Promise<AnswerOf<Name>>;
  /** The log-in name of who made the app; `undefined` as long as the app was never updated. */
  creator(): Promise<string | undefined>;
  /** Refused with GAIA_CO03 when `revision` is not the present one. Resolves to the next one. Is not tried again. */
  change(change: Change, revision: string): Promise<string>;
  /** Has kintone make the settings live: it answers at once and works on it. */
  deploy(revision: string): Promise<void>;
  deployStatus(): Promise<DeployStatus | undefined>;
}
