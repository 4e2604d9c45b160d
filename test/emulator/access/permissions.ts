import { noRights } from "../domain/app-settings";
import type { AppRight, AppSettings } from "../domain/app-settings";
import type { App } from "../domain/app";
import type { Domain } from "../domain/domain";
import type { Entity, User } from "../domain/people";
import { findField } from "../domain/form";
import { inGuestSpace, notInGuestSpace } from "../errors/apps";
import { noPermission, tokenCannotRun, tokenMismatch } from "../errors/requests";
import { predicate } from "../query/match";
import { parseQuery } from "../query/query";
import { fieldValue } from "../records/field-value";
import type { StoredRecord } from "../records/record";
import type { Caller } from "./caller";
import { codeOf, timezoneOf } from "./caller";

type AppAction = "view" | "add" | "edit" | "delete" | "manage";
type RecordAction = "viewable" | "editable" | "deletable";
type Accessibility = "NONE" | "READ" | "WRITE";

const rightOf: Record<AppAction, keyof typeof noRights> = {
  view: "recordViewable",
  add: "recordAddable",
  edit: "recordEditable",
  delete: "recordDeletable",
  manage: "appEditable",
};

const appActionFor = { viewable: "view", editable: "edit", deletable: "delete" } as const;

/** What a caller may do with an app, its records and their fields, as the app's live permissions say. */
export class Permissions {
  private readonly rights: Omit<AppRight, "entity" | "includeSubs">;
  private readonly settings: AppSettings;

  constructor(
    private readonly domain: Domain,
    private readonly app: App,
    private readonly caller: Caller,
  ) {
    this.settings = app.settings;
    this.rights = caller.kind === "token" ? noRights : this.rightsOfUser(caller.user);
  }

  /** May the caller do one of these? A token needs a token of this app that may. */
  may(...actions: AppAction[]): boolean {
    const { caller } = this;
    if (caller.kind !== "token") return actions.some((action) => this.rights[rightOf[action]]);
    return caller.tokens.some(({ app, token }) => app === this.app && actions.some((action) => token[action]));
  }

  /** @throws CB_NO02, for a token GAIA_IA02 (of another app) or GAIA_NO01 */
  demand(...actions: AppAction[]): void {
    if (this.may(...actions)) return;
    if (this.caller.kind !== "token") throw noPermission();
    throw this.caller.tokens.some(({ app }) => app === this.app) ? tokenCannotRun() : tokenMismatch();
  }

  /** The first row whose condition holds for the record decides; the first entity in it that means the user. */
  mayWithRecord(record: StoredRecord, action: RecordAction): boolean {
    if (!this.may(appActionFor[action])) return false;
    const { caller } = this;
    if (caller.kind === "token") return true;
    for (const { matches, right } of this.recordRules) {
      if (!matches(record)) continue;
      const found = right.entities.find((entry) => this.means(entry.entity, caller.user, entry.includeSubs, record));
      return found ? found[action] : false;
    }
    return true;
  }

  /** Is there nothing to ask of single records? */
  mayWithAll(action: RecordAction): boolean {
    if (this.caller.kind !== "token" && this.settings.recordAcl.length > 0) return false;
    return this.may(appActionFor[action]);
  }

  /** In every record? */
  get seesEveryField(): boolean {
    return this.settings.fieldAcl.length === 0 || this.caller.kind === "token";
  }

  accessibility(fieldCode: string, record: StoredRecord | undefined): Accessibility {
    const { caller } = this;
    if (caller.kind === "token") return "WRITE";
    const right = this.settings.fieldAcl.find(({ code }) => code === fieldCode);
    if (!right) return "WRITE";
    const entry = right.entities.find(({ entity, includeSubs }) =>
      this.means(entity, caller.user, includeSubs, record),
    );
    return entry?.accessibility ?? "NONE";
  }

  maySee(record: StoredRecord): (fieldCode: string) => boolean {
    if (this.settings.fieldAcl.length === 0) return () => true;
    return (fieldCode) => this.accessibility(fieldCode, record) !== "NONE";
  }

  private rightsOfUser(user: User) {
    const { spaceId } = this.app;
    const space = spaceId === undefined ? undefined : this.domain.spaces.byId.get(spaceId);
    if (space && !this.domain.spaces.isOpenTo(space, user.code)) return noRights;
    return this.settings.appAcl.find(({ entity, includeSubs }) => this.means(entity, user, includeSubs)) ?? noRights;
  }

  private means(entity: Entity, user: User, includeSubs = false, record?: StoredRecord): boolean {
    if (entity.type === "CREATOR") return user.code === (record?.creator ?? this.app.creator);
    if (entity.type === "FIELD_ENTITY")
      return record !== undefined && this.isNamedIn(record, entity.code ?? "", user, includeSubs);
    return this.domain.people.includes(entity, user, includeSubs);
  }

  private isNamedIn(record: StoredRecord, fieldCode: string, user: User, includeSubs: boolean): boolean {
    const property = findField(this.settings.properties, fieldCode)?.property;
    if (!property) return false;
    const value = fieldValue(record, property, this.app);
    const codes = (Array.isArray(value) ? value : [value]) as string[];
    const type = { ORGANIZATION_SELECT: "ORGANIZATION", GROUP_SELECT: "GROUP" }[property.type] ?? "USER";
    return codes.some((code) => this.domain.people.includes({ type, code }, user, includeSubs));
  }

  private rules:
    Array<{ matches: (record: StoredRecord) => boolean; right: AppSettings["recordAcl"][number] }> | undefined;

  private get recordRules() {
    const { app, caller, domain } = this;
    const asker = {
      domain,
      app,
      properties: app.settings.properties,
      userCode: codeOf(caller),
      timezone: timezoneOf(caller),
    };
    return (this.rules ??= this.settings.recordAcl.map((right) => ({
      right,
      matches: predicate(parseQuery(right.filterCond).condition, asker),
    })));
  }
}

/** An app inside a guest space is reached through the guest space's own path only. @throws GAIA_IL23, GAIA_IL25 */
export function checkGuestSpace(domain: Domain, app: App, guestSpaceId: number | undefined): void {
  const space = app.spaceId === undefined ? undefined : domain.spaces.byId.get(app.spaceId);
  const own = space?.isGuest ? space.id : undefined;
  if (own === guestSpaceId) return;
  throw guestSpaceId === undefined ? inGuestSpace() : notInGuestSpace();
}
