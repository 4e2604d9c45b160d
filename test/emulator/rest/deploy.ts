import type { App } from "../domain/app";
import { get, post } from "./endpoint";
import type { Endpoint } from "./endpoint";
import { settingsConflict } from "../errors/apps";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { checkDeployable } from "../domain/deployable";

const maxApps = 300;

export const deploy: Endpoint[] = [
  post("preview/app/deploy.json", (call) => {
    const revert = call.parameters.flag("revert");
    const items = call.parameters.objects("apps", maxApps);
    const apps = items.map(({ parameters, path }, index) => {
      if (!parameters.has("app")) throw invalidParameter(`${path}.app`, sentences.requiredParameter);
      const isTwice = items.slice(0, index).some((other) => other.parameters.id("app") === parameters.id("app"));
      if (isTwice) throw invalidParameter(`${path}.app`, sentences.appTwice);
      const access = call.with(parameters).anyApp();
      access.permissions.demand("manage");
      const { revision } = parameters;
      if (revision !== undefined && revision !== access.app.preview.revision) throw settingsConflict(access.app.id);
      if (!revert) checkDeployable(access.app, call.domain);
      return access.app;
    });
    const by = call.user.code;
    for (const app of apps) app.deployState = "PROCESSING";
    setTimeout(() => {
      if (revert) for (const app of apps) app.revert();
      else deployTogether(apps, by);
    }, call.domain.deployMilliseconds).unref();
    return {};
  }),

  get("preview/app/deploy.json", (call) => {
    call.parameters.require("apps");
    const apps = (call.parameters.ids("apps", maxApps) ?? []).map((id) => {
      const { app, permissions } = call.appById(id);
      permissions.demand("manage");
      return { app: String(app.id), status: app.deployState ?? "SUCCESS" };
    });
    return { apps };
  }),
];

/** One that comes to nothing takes all others with it (cybozu.dev deploy-app-settings, get-app-deploy-status: CANCEL). */
function deployTogether(apps: readonly App[], by: string): void {
  const comesToNothing = apps.some(({ nextDeployment }) => nextDeployment !== "SUCCESS");
  if (comesToNothing) for (const app of apps) if (app.nextDeployment === "SUCCESS") app.nextDeployment = "CANCEL";
  for (const app of apps) app.deploy(by);
}
