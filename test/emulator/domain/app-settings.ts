import { fieldOfType, withSystemFields } from "./form";
import type { Categories } from "./categories";
import type { LayoutRow, Properties } from "./form";
import type { AttachedFile } from "./files";
import { plainLayout } from "./layout-rows";
import type { Entity } from "./people";

/** Everything of an app that exists twice: live, and in the test environment until it is deployed. */
export interface AppSettings {
  revision: number;
  general: GeneralSettings;
  properties: Properties;
  layout: LayoutRow[];
  views: Record<string, View>;
  process: ProcessManagement;
  customize: Customization;
  appAcl: AppRight[];
  recordAcl: RecordRight[];
  fieldAcl: FieldRight[];
  generalNotifications: { notifications: unknown[]; notifyToCommenter: boolean };
  perRecordNotifications: unknown[];
  reminderNotifications: { timezone: string | null; notifications: unknown[] };
  reports: Record<string, Record<string, unknown>>;
  actions: Record<string, Record<string, unknown>>;
  adminNotes: { content: string; includeInTemplateAndDuplicates: boolean };
  /** The tree; whether it is on, the form says. */
  categories: Categories;
  /** In the order in which their files are loaded. */
  plugins: AppPlugin[];
  /**
   * Codes of lookups whose picker finds single characters and parts of words too; the others find words. No API reads or sets it, and
   * what is added by API gets it (https://cybozu.dev/ja/kintone/news/api-updates/2026-03).
   */
  lookupsByPart: string[];
}

export interface GeneralSettings {
  name: string;
  description: string;
  icon: { type: "PRESET"; key: string } | { type: "FILE"; file: AttachedFile };
  theme: string;
  titleField: { selectionMode: "AUTO" | "MANUAL"; code: string };
  enableThumbnails: boolean;
  enableBulkDeletion: boolean;
  enableComments: boolean;
  enableDuplicateRecord: boolean;
  enableInlineRecordEditing: boolean;
  numberPrecision: { digits: string; decimalPlaces: string; roundingMode: string };
  firstMonthOfFiscalYear: string;
}

export interface View {
  index: string;
  id: string;
  type: "LIST" | "CALENDAR" | "CUSTOM";
  name: string;
  builtinType?: string;
  filterCond: string;
  sort: string;
  fields?: string[];
  date?: string;
  title?: string;
  html?: string;
  pager?: boolean;
  device?: string;
}

export interface ProcessManagement {
  enable: boolean;
  states: Record<string, ProcessState> | null;
  actions: ProcessAction[] | null;
}

export interface ProcessState {
  name: string;
  index: string;
  /** For the assignees. */
  description?: string;
  assignee: { type: "ONE" | "ALL" | "ANY"; entities: Array<{ entity: Entity; includeSubs: boolean }> };
}

export interface ProcessAction {
  name: string;
  from: string;
  to: string;
  filterCond: string;
  type: string;
  executableUser?: { entities: Array<{ entity: Entity; includeSubs: boolean }> };
}

export type CustomizationFile = { type: "URL"; url: string } | { type: "FILE"; file: AttachedFile };

export interface Customization {
  scope: "ALL" | "ADMIN" | "NONE";
  desktop: { js: CustomizationFile[]; css: CustomizationFile[] };
  mobile: { js: CustomizationFile[]; css: CustomizationFile[] };
}

/** A right for an organization says whether it is for those below it too; kintone answers `includeSubs` for everyone (OpenAPI 20250423). */
export interface AppRight {
  entity: Entity;
  includeSubs: boolean;
  appEditable: boolean;
  recordViewable: boolean;
  recordAddable: boolean;
  recordEditable: boolean;
  recordDeletable: boolean;
  recordImportable: boolean;
  recordExportable: boolean;
}

export interface RecordRight {
  filterCond: string;
  entities: Array<{ entity: Entity; includeSubs: boolean; viewable: boolean; editable: boolean; deletable: boolean }>;
}

export interface FieldRight {
  code: string;
  entities: Array<{ entity: Entity; includeSubs: boolean; accessibility: "READ" | "WRITE" | "NONE" }>;
}

export interface AppPlugin {
  id: string;
  enabled: boolean;
  config: Record<string, string>;
  /** By `<METHOD> <url>`. */
  proxies: Record<string, { headers: Record<string, string>; data: Record<string, string> }>;
}

export const noRights = {
  appEditable: false,
  recordViewable: false,
  recordAddable: false,
  recordEditable: false,
  recordDeletable: false,
  recordImportable: false,
  recordExportable: false,
};

/** An app as it is right after creation: the creator may do all, everyone may work with records. */
export function newAppSettings(name: string, properties: Properties, language: string): AppSettings {
  const complete = withSystemFields(properties, language);
  return {
    revision: 1,
    general: {
      name,
      description: "",
      icon: { type: "PRESET", key: "APP72" },
      theme: "WHITE",
      titleField: { selectionMode: "AUTO", code: "" },
      enableThumbnails: true,
      enableBulkDeletion: false,
      enableComments: true,
      enableDuplicateRecord: true,
      enableInlineRecordEditing: true,
      numberPrecision: { digits: "16", decimalPlaces: "4", roundingMode: "HALF_EVEN" },
      firstMonthOfFiscalYear: "4",
    },
    properties: complete,
    layout: plainLayout(properties),
    views: {},
    process: { enable: false, states: null, actions: null },
    customize: { scope: "ALL", desktop: { js: [], css: [] }, mobile: { js: [], css: [] } },
    appAcl: [
      {
        entity: { type: "CREATOR", code: null },
        includeSubs: false,
        appEditable: true,
        recordViewable: true,
        recordAddable: true,
        recordEditable: true,
        recordDeletable: true,
        recordImportable: true,
        recordExportable: true,
      },
      {
        ...noRights,
        entity: { type: "GROUP", code: "everyone" },
        includeSubs: false,
        recordViewable: true,
        recordAddable: true,
        recordEditable: true,
        recordDeletable: true,
      },
    ],
    recordAcl: [],
    fieldAcl: [],
    generalNotifications: { notifications: firstNotifications(complete), notifyToCommenter: true },
    perRecordNotifications: [],
    reminderNotifications: { timezone: null, notifications: [] },
    reports: {},
    actions: {},
    adminNotes: { content: "", includeInTemplateAndDuplicates: false },
    categories: {},
    plugins: [],
    lookupsByPart: [],
  };
}

/** Who added or changed a record hears of comments (read in settings of apps of 2026; that every new app begins so is UNCONFIRMED(first-notifications)). */
const firstNotifications = (properties: Properties): unknown[] =>
  ["CREATOR", "MODIFIER"].map((type) => ({
    entity: { type: "FIELD_ENTITY", code: fieldOfType(properties, type)?.code ?? "" },
    includeSubs: false,
    recordAdded: false,
    recordEdited: false,
    commentAdded: true,
    statusChanged: false,
    fileImported: false,
  }));
