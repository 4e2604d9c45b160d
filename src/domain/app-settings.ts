/** Somebody whom a setting names. `code` is null for whoever made the app (OpenAPI 20250423: app/acl). */
export interface Entity {
  type: string;
  code: string | null;
}

interface Notification {
  filterCond: string;
  /** At most 100 characters. */
  title: string;
  targets: Array<{ entity: Entity; includeSubs: boolean }>;
}

/** As `PUT preview/app/notifications/perRecord.json` takes it (OpenAPI 20250423). */
export type PerRecordNotification = Notification;

/** As `PUT preview/app/notifications/reminder.json` takes it (OpenAPI 20250423). */
export interface ReminderNotification extends Notification {
  timing: { code: string; daysLater: string; time: string };
}

/** Those who may do with records what they want. */
export interface Manager {
  entity: Entity;
  includeSubs: boolean;
}

/** As `PUT preview/record/acl.json` takes it (OpenAPI 20250423). */
export interface RecordRule {
  filterCond: string;
  entities: Array<Manager & { viewable: boolean; editable: boolean; deletable: boolean }>;
}

/** As `PUT preview/field/acl.json` takes it (OpenAPI 20250423). */
export interface FieldRight {
  code: string;
  entities: Array<Manager & { accessibility: "READ" | "WRITE" | "NONE" }>;
}
