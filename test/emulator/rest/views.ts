import { numberViews } from "../domain/views";
import type { NewView } from "../domain/views";
import { findField } from "../domain/form";
import { builtinViewStays, fieldCodeNotFound, viewNameMismatch } from "../errors/apps";
import { invalidParameter, noPermission } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { parseQuery } from "../query/query";
import { predicate } from "../query/match";
import { settingsReader, settingsWriter } from "./endpoint";
import type { Endpoint } from "./endpoint";

const maxViews = 1000;
const maxNameLength = 64;

export const views: Endpoint[] = [
  ...settingsReader("app/views.json", (settings) => ({ views: settings.views })),

  settingsWriter(
    "PUT",
    "app/views.json",
    (app, call) => {
      const given = call.parameters.object("views") as Record<string, NewView>;
      if (Object.keys(given).length > maxViews) throw invalidParameter("views", sentences.atMost(maxViews));
      for (const [key, view] of Object.entries(given)) {
        const path = `views[${key}]`;
        if (view.type === undefined) throw invalidParameter(`${path}.type`, sentences.requiredParameter);
        if (!["LIST", "CALENDAR", "CUSTOM"].includes(view.type))
          throw invalidParameter(`${path}.type`, sentences.notInEnum);
        if (view.index === undefined) throw invalidParameter(`${path}.index`, sentences.requiredParameter);
        if ([...(view.name ?? key)].length > maxNameLength)
          throw invalidParameter(`${path}.name`, sentences.shorterThan(maxNameLength + 1));
        // A new view has its key as its name; a known one may be given another.
        if (!app.preview.views[key] && view.name !== undefined && view.name !== key)
          throw viewNameMismatch(key, view.name);
        // Writing custom views needs a kintone system administrator and no API token (cybozu.dev update-views).
        if (view.type === "CUSTOM" && !call.user.systemAdministrator) throw noPermission();
        for (const code of view.fields ?? []) {
          if (!findField(app.preview.properties, code)) throw fieldCodeNotFound(code);
        }
        predicate(parseQuery(view.filterCond ?? "").condition, call.asker(app, app.preview));
      }
      const builtin = Object.values(app.preview.views).find(({ builtinType, name }) => builtinType && !given[name]);
      if (builtin) throw builtinViewStays(builtin.name);
      return { views: numberViews(given, app.preview.views, call.domain.settingIds()) };
    },
    (app) => ({ views: Object.fromEntries(Object.entries(app.preview.views).map(([name, { id }]) => [name, { id }])) }),
  ),
];
