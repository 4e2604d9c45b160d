import type { AppWorkshop, RevisedApp } from "../../domain/app-workshop";
import { toBackupError } from "../../domain/errors";
import type { DeployStatus } from "../../domain/settings-desk";
import { lookInto } from "../../domain/settings/answer-part";
import { aboutApp } from "../connection/about-app";
import type { Connection } from "../connection/connection";
import { unexpectedAnswer } from "../connection/errors";
import { createSettingsDesk } from "./settings-desk";
import { settingRequest } from "./settings-endpoints";

/** Apps of a domain over REST (OpenAPI 20250423: preview/app, preview/app/deploy). For people: an API token makes none. */
export function createAppWorkshop(connection: Connection): AppWorkshop {
  return {
    async make(name, { spaceId, isGuest }) {
      const guestSpaceId = isGuest ? spaceId : undefined;
      const answer = await connection.json<unknown>({
        ...{ method: "POST", path: "app", preview: true, guestSpaceId },
        body: { name, ...(spaceId !== undefined && { space: spaceId }) },
      });
      const appId = lookInto(answer).root.member("app").text();
      if (!appId) throw unexpectedAnswer("no id for an app");
      return { appId, ...(guestSpaceId !== undefined && { guestSpaceId }) };
    },

    async lookAt(app) {
      const live = await seen(() => connection.json<unknown>(settingRequest(app, "app")));
      if (live.state === "seen") return { state: "live", name: live.name };
      if (live.state === "hidden") return live;
      const request = { ...settingRequest(app, "app/settings"), preview: true };
      const waiting = await seen(() => connection.json<unknown>(request));
      return waiting.state === "seen" ? { state: "waiting", name: waiting.name } : waiting;
    },

    settings: (app) => createSettingsDesk(connection, app),
    deploy: (apps) => update(apps, {}),
    revert: (apps) => update(apps, { revert: true }),

    async deployStatuses(apps) {
      if (apps.length === 0) return new Map();
      const answer = await connection.json<{ apps: Array<{ app: string; status: DeployStatus }> }>({
        ...{ method: "GET", path: "app/deploy", preview: true, guestSpaceId: apps[0]?.guestSpaceId },
        query: { apps: apps.map(({ appId }) => appId) },
      });
      return new Map(answer.apps.map(({ app, status }) => [app, status]));
    },
  };

  async function update(apps: readonly RevisedApp[], more: { revert?: true }): Promise<void> {
    const [first] = apps;
    if (!first) return;
    const body = { apps: apps.map(({ app, revision }) => ({ app: app.appId, revision })), ...more };
    const { guestSpaceId } = first.app;
    const send = () => connection.json({ method: "POST", path: "app/deploy", preview: true, guestSpaceId, body });
    await (apps.length === 1 ? aboutApp(first.app, {}, send) : send());
  }
}

/** What kintone calls an app, or why it does not tell. */
async function seen(
  ask: () => Promise<unknown>,
): Promise<{ state: "seen"; name: string } | { state: "hidden" } | { state: "none" }> {
  try {
    return {
      state: "seen",
      name:
        lookInto(await ask())
          .root.member("name")
          .text() ?? "",
    };
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.code === "APP_NOT_FOUND") return { state: "none" };
    if (error.code === "NO_PERMISSION" || error.code === "WRONG_SPACE") return { state: "hidden" };
    throw error;
  }
}
