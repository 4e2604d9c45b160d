import { completeProperty } from "../field-types/definition";
import { Faults } from "../faults/faults";
import { Cursors } from "../limits/cursors";
import { RateLimit } from "../limits/rate";
import { App } from "./app";
import type { AppRight, FieldRight, GeneralSettings, ProcessManagement, RecordRight } from "./app-settings";
import { newAppSettings, noRights } from "./app-settings";
import { pluginRefused } from "../errors/apps";
import { Files } from "./files";
import type { AttachedFile, FileHolder } from "./files";
import { completeSystemField, systemTypes } from "./form";
import type { LayoutRow, Properties, Property } from "./form";
import { plainLayout, withSizes } from "./layout-rows";
import type { Opposite, OtherAnswer } from "./opposites";
import { Outgoing } from "./outgoing";
import type { LabFeature } from "./lab";
import { People } from "./people";
import { openPlugin } from "./plugins";
import type { Plugin } from "./plugins";
import { withProcess } from "./process-management";
import { Spaces } from "./spaces";
import { Transaction } from "./transaction";
import { numberViews } from "./views";
import type { NewView } from "./views";

interface DomainOptions {
  /** The clock of the domain; the system's unless given. */
  now?: () => Date;
  /**
   * Whether a lookup by a key with duplicates can be deployed. Sources disagree (refused: SonicGarden/kintone-emulator; deployed, and
   * refused when a record is written: two other public projects), so that clients have to bear both: UNCONFIRMED(ambiguous-lookup). Refused unless given.
   */
  deploysAmbiguousLookups?: boolean;
}

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

/**
 * That the search has a rate limit is known (cybozu.dev api-updates/2026-11), how high it is is UNCONFIRMED(search-rate): taken is the one that
 * the functions of pages have that ask the server (cybozu.dev js-api/app/get-status).
 */
const searchesPerMinute = 50;
const firstSettingId = 5_520_000;

/** One kintone domain: the state behind everything that the emulator answers. */
export class Domain {
  readonly people = new People();
  readonly spaces: Spaces;
  /** Which of kintone's courses it has; statistics are of the larger one. */
  course: "standard" | "wide" = "standard";
  readonly apps = new Map<number, App>();
  readonly plugins = new Map<string, Plugin>();
  readonly transaction = new Transaction();
  readonly outgoing = new Outgoing(this.transaction);
  readonly faults = new Faults();
  readonly files: Files;
  readonly cursors: Cursors;
  /** What the administrator has switched on of the features under consideration. */
  readonly lab = new Set<LabFeature>();
  readonly searches: RateLimit;
  readonly now: () => Date;
  readonly deploysAmbiguousLookups: boolean;
  /**
   * Requests of an app and day from which on each is refused. kintone refuses none as a rule (cybozu.dev
   * secure-operation-of-forms-and-viewers), but Cybozu may interrupt the processing of requests beyond the limit when others suffer from
   * them (cybozu.dev kintone-api-request-limit-exceeded-guide).
   */
  refusesBeyond = Infinity;
  /** How long a deployment is worked on; it is answered at once and done later, as kintone does it. */
  deployMilliseconds = 300;
  /** What is done in the opposite way of what is assumed. */
  readonly opposites = new Set<Opposite>();
  /** By the code of an error, what is answered in its place. */
  readonly otherAnswers = new Map<string, OtherAnswer>();

  constructor(options: DomainOptions = {}) {
    this.deploysAmbiguousLookups = options.deploysAmbiguousLookups ?? false;
    this.now = options.now ?? (() => new Date());
    this.spaces = new Spaces(this.now);
    this.files = new Files(this.now);
    this.cursors = new Cursors(this.now);
    this.searches = new RateLimit(this.now, searchesPerMinute);
  }

  /** Puts a deployed app in without a request. */
  addApp(app: NewApp): App {
    const completed = Object.entries(app.properties).map(([code, property]): [string, Property] => [
      code,
      systemTypes.has(property.type) ? completeSystemField(property) : completeProperty(property, code),
    ]);
    const added = this.createApp(app.name, app.creator, { ...app, properties: Object.fromEntries(completed) });
    const { general, appAcl, properties } = added.preview;
    const newId = this.settingIds();
    const views = numberViews(app.views ?? {}, {}, newId);
    added.change({
      general: { ...general, ...app.settings },
      layout: app.layout ? withSizes(app.layout) : plainLayout(app.properties),
      views,
      appAcl:
        app.acl?.map((right) => ({
          includeSubs: false,
          ...noRights,
          ...right,
          entity: { code: null, ...right.entity },
        })) ?? appAcl,
      recordAcl: app.recordAcl ?? [],
      fieldAcl: app.fieldAcl ?? [],
      ...(app.process && withProcess({ properties, views }, app.process, newId)),
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

  /**
   * Gives ids to new views, graphs and actions: the domain counts them together (captured: a view 13311728, then graphs 13311738 and
   * 13311740, then a view 13311751). That actions count among them is UNCONFIRMED(setting-ids).
   */
  settingIds(): () => string {
    const settings = [...this.apps.values()].flatMap(({ live, preview }) => [live ?? preview, preview]);
    const numbered = settings
      .flatMap(({ views, reports, actions }) => [views, reports, actions])
      .flatMap(Object.values);
    let last = Math.max(firstSettingId, ...numbered.map(({ id }: { id: unknown }) => Number(id)));
    return () => String(++last);
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
