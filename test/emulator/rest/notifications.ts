import type { App } from "../domain/app";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { predicate } from "../query/match";
import { parseQuery } from "../query/query";
import { readEntity } from "./acl";
import { settingsReader, settingsWriter } from "./endpoint";
import type { Call, Endpoint } from "./endpoint";
import type { Parameters } from "./parameters";

const maxNotifications = 100;
const maxTitle = 100;
const occasions = ["recordAdded", "recordEdited", "commentAdded", "statusChanged", "fileImported"];

export const notifications: Endpoint[] = [
  ...settingsReader("app/notifications/general.json", ({ generalNotifications }) => generalNotifications, ["manage"]),

  settingsWriter("PUT", "app/notifications/general.json", (app, call) => {
    const before = app.preview.generalNotifications;
    const given = call.parameters.has("notifications")
      ? call.parameters.objects("notifications", maxNotifications)
      : undefined;
    return {
      generalNotifications: {
        notifications:
          given?.map(({ parameters, path }) => ({
            ...target(parameters.values, path, call),
            ...Object.fromEntries(occasions.map((occasion) => [occasion, parameters.flag(occasion)])),
          })) ?? before.notifications,
        notifyToCommenter: call.parameters.has("notifyToCommenter")
          ? call.parameters.flag("notifyToCommenter")
          : before.notifyToCommenter,
      },
    };
  }),

  ...settingsReader(
    "app/notifications/perRecord.json",
    ({ perRecordNotifications }) => ({ notifications: perRecordNotifications }),
    ["manage"],
  ),

  settingsWriter("PUT", "app/notifications/perRecord.json", (app, call) => ({
    perRecordNotifications: call.parameters
      .objects("notifications", maxNotifications)
      .map(({ parameters, path }) => conditional(parameters, path, app, call)),
  })),

  ...settingsReader("app/notifications/reminder.json", ({ reminderNotifications }) => reminderNotifications, [
    "manage",
  ]),

  settingsWriter("PUT", "app/notifications/reminder.json", (app, call) => {
    const before = app.preview.reminderNotifications;
    const given = call.parameters.has("notifications")
      ? call.parameters.objects("notifications", maxNotifications)
      : undefined;
    return {
      reminderNotifications: {
        timezone: call.parameters.optionalText("timezone") ?? before.timezone ?? (given ? call.user.timezone : null),
        notifications:
          given?.map(({ parameters, path }) => ({
            timing: texts(parameters.object("timing")),
            ...conditional(parameters, path, app, call),
          })) ?? before.notifications,
      },
    };
  }),
];

function target(values: Readonly<Record<string, unknown>>, path: string, call: Call) {
  return {
    entity: readEntity(values.entity, `${path}.entity`, call, ["FIELD_ENTITY"]),
    includeSubs: values.includeSubs === true,
  };
}

function conditional(parameters: Parameters, path: string, app: App, call: Call) {
  const filterCond = parameters.optionalText("filterCond") ?? "";
  predicate(parseQuery(filterCond).condition, call.asker(app, app.preview));
  const title = parameters.optionalText("title") ?? "";
  if ([...title].length > maxTitle) throw invalidParameter(`${path}.title`, sentences.shorterThan(maxTitle + 1));
  const targets = parameters.objects("targets", maxNotifications);
  return {
    filterCond,
    title,
    targets: targets.map((item) => target(item.parameters.values, `${path}.${item.path}`, call)),
  };
}

const texts = (timing: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(timing).map(([key, value]) => [key, String(value)]));
