import { toBackupError } from "../../domain/errors";
import type { AnswerOf, DeployStatus, SettingsDesk } from "../../domain/settings-desk";
import type { AppRef } from "../../domain/target";
import { aboutApp } from "../connection/about-app";
import type { Connection } from "../connection/connection";
import { settingRequest } from "./settings-endpoints";

/** The settings of one app over REST (OpenAPI 20250423). For people: settings need the right to manage the app. */
export function createSettingsDesk(connection: Connection, app: AppRef): SettingsDesk {
  const { appId, guestSpaceId } = app;
  return {
    async read(setting, environment, language) {
      const asked = settingRequest(app, setting, language && { language });
      const request = { ...asked, preview: environment === "preview" };
      return aboutApp(app, { settings: [setting] }, () => connection.json<AnswerOf<typeof setting>>(request));
    },

    async creator() {
      try {
        const { creator } = await connection.json<{ creator: { code: string } }>(settingRequest(app, "app"));
        return creator.code;
      } catch (thrown) {
        if (toBackupError(thrown).code !== "APP_NOT_FOUND") throw thrown;
        return undefined;
      }
    },

    async change({ method, setting, body }, revision) {
      const given = { app: appId, ...body, revision };
      const answer = await aboutApp(app, { settings: [setting] }, () =>
        connection.json<{ revision: string }>({
          ...{ method, path: setting, preview: true, guestSpaceId },
          ...(method === "DELETE" ? { query: given } : { body: given }),
        }),
      );
      return answer.revision;
    },

    async deploy(revision) {
      await connection.json({
        method: "POST",
        path: "app/deploy",
        preview: true,
        guestSpaceId,
        body: { apps: [{ app: appId, revision }] },
      });
    },

    async deployStatus() {
      const { apps } = await connection.json<{ apps: Array<{ app: string; status: DeployStatus }> }>({
        method: "GET",
        path: "app/deploy",
        preview: true,
        guestSpaceId,
        query: { apps: [appId] },
      });
      return apps[0]?.status;
    },
  };
}
