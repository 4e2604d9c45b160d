import { completeProperty } from "../field-types/definition";
import { Faults } from "../faults/faults";
import { Cursors } from "../limits/cursors";
import { App } from "./app";
import type {
  AppRight,
  AppSettings,
  FieldRight,
  GeneralSettings,
  ProcessManagement,
  RecordRight,
  View,
} from "./app-settings";
import { newAppSettings, noRights } from "./app-settings";
import { pluginRefused } from "../errors";
import { Files } from "./files";
import type { AttachedFile, FileHolder } from "./files";
import { completeSystemField, plainLayout, systemTypes, withSizes } from "./form";
import type { LayoutRow, Properties, Property } from "./form";
import { People } from "./people";
import { openPlugin } from "./plugins";
import type { Plugin } from "./plugins";
import { Spaces } from "./spaces";
import { Transaction } from "./transaction";

interface DomainOptions {
  /** The clock of the domain; the system's unless given. */
  now?: () => Date;
}

/** A view as a request gives it; without `name` the key is its name. */
export type NewView = Partial<Omit<View, "index" | "type">> & { type: View["type"]; index?: string | number };

export interface NewApp {
  id?: number;
  name: string;
  /** App code, as in `QR-12`. */
  code?: string;
  spaceId?: number;
  creator: string;
  /** As `app/form/fields.json` answers; system fields that are missing are added. */
  properties: Properties;
  layout?: LayoutRow[];
  views?: Record<string, NewView>;
  /** What is left out of a right is false. */
  acl?: Array<Partial<Omit<AppRight, "entity">> & { entity: { type: string; code?: string | null } }>;
  recordAcl?: RecordRight[];
  fieldAcl?: FieldRight[];
  process?: ProcessManagement;
  settings?: Partial<GeneralSettings>;
  /** Names of the app, its fields, options, views and states in "ja", "en" or "zh", by default name. */
  translations?: Record<string, Record<string, string>>;
}

const firstViewId = 5_520_000;

/** One kintone domain: the state behind everything that the emulator answers. */
export class Domain {
  readonly people = new People();
  readonly spaces: Spaces;
  /** Which of kintone's courses it has; statistics are of the larger one. */
  course: "standard" | "wide" = "standard";
  readonly apps = new Map<number, App>();
  readonly plugins = new Map<string, Plugin>();
  readonly transaction = new Transaction();
  readonly faults = new Faults();
  readonly files: Files;
  readonly cursors: Cursors;
  readonly now: () => Date;

  constructor(options: DomainOptions = {}) {
    this.now = options.now ?? (() => new Date());
    this.spaces = new Spaces(this.now);
    this.files = new Files(this.now);
    this.cursors = new Cursors(this.now);
  }

  /** Puts a deployed app in without a request. */
  addApp(app: NewApp): App {
    const completed = Object.entries(app.properties).map(([code, property]): [string, Property] => [
      code,
      systemTypes.has(property.type) ? completeSystemField(property) : completeProperty(property, code),
    ]);
    const added = this.createApp(app.name, app.creator, { ...app, properties: Object.fromEntries(completed) });
    const { general, appAcl, properties } = added.preview;
    added.change({
      general: { ...general, ...app.settings },
      layout: app.layout ? withSizes(app.layout) : plainLayout(app.properties),
      views: this.numberViews(app.views ?? {}),
      appAcl:
        app.acl?.map((right) => ({
          includeSubs: false,
          ...noRights,
          ...right,
          entity: { code: null, ...right.entity },
        })) ?? appAcl,
      recordAcl: app.recordAcl ?? [],
      fieldAcl: app.fieldAcl ?? [],
      ...(app.process && withProcess(properties, app.process)),
    });
    added.translations = app.translations ?? {};
    added.deploy(app.creator);
    return added;
  }

  /** A new app that is in the test environment only. */
  createApp(
    name: string,
    creator: string,
    options: { id?: number; code?: string; spaceId?: number; properties?: Properties } = {},
  ): App {
    const id = options.id ?? Math.max(0, ...this.apps.keys()) + 1;
    if (this.apps.has(id)) throw new Error(`App ${id} exists.`);
    const language = this.people.users.get(creator)?.language ?? "ja";
    const settings = newAppSettings(name, options.properties ?? {}, language === "auto" ? "ja" : language);
    const app = new App(this, id, options.code ?? "", options.spaceId, creator, settings);
    this.apps.set(id, app);
    return app;
  }

  /** Views in order, with the ids and the keys that kintone adds. */
  numberViews(views: Record<string, NewView>, known: Record<string, View> = {}): Record<string, View> {
    const ordered = Object.entries(views).sort(([, a], [, b]) => Number(a.index ?? 0) - Number(b.index ?? 0));
    let nextId = this.lastViewId() + 1;
    return Object.fromEntries(
      ordered.map(([key, view], position) => {
        const name = view.name ?? key;
        const id = known[key]?.id ?? String(nextId++);
        const given = { filterCond: "", sort: "", ...view, id, name, index: String(position) };
        return [name, { ...viewDefaults(view.type), ...given }];
      }),
    );
  }

  /** View ids are unique in the domain. */
  private lastViewId(): number {
    const settings = [...this.apps.values()].flatMap(({ live, preview }) => [live, preview]);
    const ids = settings.flatMap((one) => Object.values(one?.views ?? {}).map(({ id }) => Number(id)));
    return Math.max(firstViewId, ...ids);
  }

  /** Takes an upload out of the temporary area and hangs it where it belongs. @throws GAIA_BL01 */
  takeUpload(key: string, holder: FileHolder): AttachedFile {
    const content = this.files.upload(key);
    const upload = this.files.uploads.get(key);
    const attached = this.files.attach(content, holder);
    this.files.uploads.delete(key);
    this.transaction.note(() => {
      if (upload) this.files.uploads.set(key, upload);
      this.files.attached.delete(attached.fileKey);
    });
    return attached;
  }

  /** Installs a plugin or replaces the one with its id; with `expectedId` only that one. @throws GAIA_PL01 */
  async installPlugin(zip: Uint8Array, expectedId?: string): Promise<Plugin> {
    const plugin = await openPlugin(zip);
    if (expectedId !== undefined && plugin.id !== expectedId) {
      throw pluginRefused({ ja: "プラグインの ID が異なります。", en: "The plug-in has another ID." });
    }
    this.plugins.set(plugin.id, plugin);
    return plugin;
  }
}

export const createDomain = (options?: DomainOptions): Domain => new Domain(options);

/** Process management switches the status fields of the form on and off. */
export function withProcess(
  properties: Properties,
  process: ProcessManagement,
): Pick<AppSettings, "process" | "properties"> {
  const switched = Object.entries(properties).map(([code, property]): [string, Property] =>
    property.type === "STATUS" || property.type === "STATUS_ASSIGNEE"
      ? [code, { ...property, enabled: process.enable }]
      : [code, property],
  );
  return { process, properties: Object.fromEntries(switched) };
}

function viewDefaults(type: View["type"]): Partial<View> {
  switch (type) {
    case "LIST":
      return { fields: [] };
    case "CALENDAR":
      return { date: "", title: "" };
    case "CUSTOM":
      return { html: "", pager: true, device: "ANY" };
  }
}
