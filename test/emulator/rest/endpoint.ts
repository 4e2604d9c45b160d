import type { Caller } from "../access/caller";
import { codeOf, timezoneOf } from "../access/caller";
import { checkInService } from "../access/in-service";
import { checkGuestSpace, Permissions } from "../access/permissions";
import type { App } from "../domain/app";
import type { AppSettings } from "../domain/app-settings";
import type { Domain } from "../domain/domain";
import type { LabFeature } from "../domain/lab";
import { appNotFound, beingDeployed, settingsConflict } from "../errors/apps";
import { interrupted, noPermission, tokenCannotRun } from "../errors/requests";
import type { User } from "../domain/people";
import type { Asker } from "../query/match";
import type { Writer } from "../field-types/field-type";
import { localize } from "./localize";
import type { Parameters } from "./parameters";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One address of the REST API. Inside a guest space the same endpoints are served below `/k/guest/<id>/v1/`. */
export interface Endpoint {
  method: Method;
  /** Below `/k/v1/`, as `preview/app/views.json`. */
  path: string;
  /** The JSON to answer, or a response. */
  handle(call: Call): unknown;
  /** May a bulkRequest contain it? */
  bulk?: boolean;
  /** It is not there until the domain's administrator switches this on. */
  lab?: LabFeature;
}

/** As `GET app/views.json`. */
export const addressOf = ({ method, path }: Endpoint): string => `${method} ${path}`;

export const get = (path: string, handle: Endpoint["handle"]): Endpoint => ({ method: "GET", path, handle });
export const post = (path: string, handle: Endpoint["handle"]): Endpoint => ({ method: "POST", path, handle });
export const put = (path: string, handle: Endpoint["handle"]): Endpoint => ({ method: "PUT", path, handle });
export const remove = (path: string, handle: Endpoint["handle"]): Endpoint => ({ method: "DELETE", path, handle });

export const inLab = (lab: LabFeature, endpoints: Endpoint[]): Endpoint[] =>
  endpoints.map((endpoint) => ({ ...endpoint, lab }));

/** A request that was understood: who, where, what. */
export class Call {
  constructor(
    readonly domain: Domain,
    readonly caller: Caller,
    readonly guestSpaceId: number | undefined,
    readonly parameters: Parameters,
    /** Uploaded file of a multipart request. */
    readonly upload?: File,
    /** Headers to add to the answer. */
    readonly answerHeaders: Headers = new Headers(),
    /** The header `Range`, which is overlooked. */
    readonly range?: string | null,
  ) {}

  /** The same caller with other parameters: a part of a bulkRequest. */
  with(parameters: Parameters): Call {
    return new Call(this.domain, this.caller, this.guestSpaceId, parameters, undefined, this.answerHeaders);
  }

  get callerCode(): string {
    return codeOf(this.caller);
  }

  /** The app that a parameter names, if it is deployed and reached by the right path. @throws GAIA_AP01, GAIA_IL23, GAIA_IL25 */
  liveApp(parameter = "app"): AppAccess & { settings: AppSettings } {
    const access = this.anyApp(parameter);
    const settings = access.app.live;
    if (!settings) throw appNotFound(access.app.id);
    return { ...access, settings };
  }

  /** The same for whatever reads or writes records, which maintenance mode refuses to everybody. @throws GAIA_NO02 */
  appWithRecords(): AppAccess & { settings: AppSettings } {
    const access = this.liveApp();
    checkInService(access.app);
    return access;
  }

  /** The same for the test environment, where an app is from its creation on. */
  anyApp(parameter = "app"): AppAccess {
    const id = this.parameters.id(parameter);
    return this.appById(id);
  }

  appById(id: number): AppAccess {
    const app = this.domain.apps.get(id);
    if (!app) throw appNotFound(id);
    checkGuestSpace(this.domain, app, this.guestSpaceId);
    app.countRequest();
    if (app.requests > this.domain.refusesBeyond) throw interrupted();
    return { app, permissions: new Permissions(this.domain, app, this.caller) };
  }

  /** The app whose preview settings are about to change. @throws CB_NO02, GAIA_CO03 */
  appToChange(): App {
    const { app, permissions } = this.anyApp();
    permissions.demand("manage");
    if (app.deployState === "PROCESSING") throw beingDeployed();
    const { revision } = this.parameters;
    if (revision !== undefined && revision !== app.preview.revision) throw settingsConflict(app.id);
    return app;
  }

  /** The user, where API tokens are refused. @throws GAIA_NO01 */
  get user(): User {
    if (this.caller.kind === "token") throw tokenCannotRun();
    return this.caller.user;
  }

  /** @throws GAIA_NO01 */
  refuseTokens(): void {
    if (this.caller.kind === "token") throw tokenCannotRun();
  }

  /** @throws CB_NO02 */
  demandSystemAdministrator(): void {
    if (!this.user.systemAdministrator) throw noPermission();
  }

  asker(app: App, settings: AppSettings = app.settings): Asker {
    const { domain, caller } = this;
    return { domain, app, properties: settings.properties, userCode: codeOf(caller), timezone: timezoneOf(caller) };
  }

  writer(permissions: Permissions): Writer {
    const { caller, domain } = this;
    return {
      code: codeOf(caller),
      timezone: timezoneOf(caller),
      managesApp: permissions.may("manage"),
      maySee: (app) => new Permissions(domain, app, caller).may("view"),
    };
  }
}

export interface AppAccess {
  app: App;
  permissions: Permissions;
}

/** Reading a setting: live for those who may view or add (or manage), preview for those who manage. */
export function settingsReader(
  path: string,
  show: (settings: AppSettings, call: Call, app: App) => Record<string, unknown>,
  liveReaders: Array<"view" | "add" | "manage"> = ["view", "add", "manage"],
): Endpoint[] {
  return [
    get(path, (call) => {
      const { app, permissions, settings } = call.liveApp();
      permissions.demand(...liveReaders);
      return { ...localize(show(settings, call, app), path, call, app), revision: String(settings.revision) };
    }),
    get(`preview/${path}`, (call) => {
      const { app, permissions } = call.anyApp();
      permissions.demand("manage");
      return { ...localize(show(app.preview, call, app), path, call, app), revision: String(app.preview.revision) };
    }),
  ];
}

/** Writing a setting of the test environment; answers the new revision. */
export const settingsWriter = (
  method: Exclude<Method, "GET">,
  path: string,
  change: (app: App, call: Call) => Partial<Omit<AppSettings, "revision">>,
  answer: (app: App) => Record<string, unknown> = () => ({}),
): Endpoint => ({
  method,
  path: `preview/${path}`,
  handle(call) {
    const app = call.appToChange();
    call.domain.transaction.run(() => app.change(change(app, call)));
    return { ...answer(app), revision: String(app.preview.revision) };
  },
});
