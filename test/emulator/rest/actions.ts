import { appNotFound } from "../errors/apps";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { readEntity } from "./acl";
import { settingsReader, settingsWriter } from "./endpoint";
import type { Endpoint } from "./endpoint";

const maxName = 32;

/** App actions: copying values of a record into a new record of an app. */
export const actions: Endpoint[] = [
  ...settingsReader("app/actions.json", (settings) => ({ actions: settings.actions }), ["manage"]),

  settingsWriter(
    "PUT",
    "app/actions.json",
    (app, call) => {
      const given = call.parameters.object("actions") as Record<string, Record<string, unknown>>;
      const newId = call.domain.settingIds();
      const entries = Object.entries(given).map(([key, action]) => {
        const path = `actions[${key}]`;
        const name = String(action.name ?? key);
        if ([...name].length > maxName) throw invalidParameter(`${path}.name`, sentences.shorterThan(maxName + 1));
        const before = app.preview.actions[key];
        const destination = action.destApp as { app?: unknown; code?: unknown } | undefined;
        const destApp = destination
          ? (call.domain.apps.get(Number(destination.app)) ??
            [...call.domain.apps.values()].find((other) => other.code !== "" && other.code === destination.code))
          : undefined;
        if (destination && !destApp) throw appNotFound(destination.app ?? destination.code);
        const entities = (action.entities ?? before?.entities ?? [{ type: "GROUP", code: "everyone" }]) as unknown[];
        return [
          name,
          {
            mappings: [],
            filterCond: "",
            ...before,
            ...action,
            id: before?.id ?? newId(),
            name,
            index: String(action.index),
            ...(destApp && { destApp: { app: String(destApp.id), code: destApp.code } }),
            entities: entities.map((entity, index) => readEntity(entity, `${path}.entities[${index}]`, call, [])),
          },
        ];
      });
      return { actions: Object.fromEntries(entries) as Record<string, Record<string, unknown>> };
    },
    (app) => ({
      actions: Object.fromEntries(Object.entries(app.preview.actions).map(([name, { id }]) => [name, { id }])),
    }),
  ),
];
