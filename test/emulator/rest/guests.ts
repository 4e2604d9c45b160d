import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { userNotFound } from "../errors/values";
import { post, put, remove } from "./endpoint";
import type { Endpoint } from "./endpoint";
import { administeredSpace } from "./spaces";

const maxGuests = 100;

/** Guest users and the guest spaces that they may enter. */
export const guests: Endpoint[] = [
  post("guests.json", (call) => {
    call.demandSystemAdministrator();
    for (const { parameters, path } of call.parameters.objects("guests", maxGuests)) {
      parameters.require("name", "code", "password", "timezone");
      const code = `guest/${parameters.text("code")}`;
      if (call.domain.people.users.has(code)) throw invalidParameter(`${path}.code`, sentences.duplicate);
      call.domain.people.addUser({
        code,
        name: parameters.text("name"),
        password: parameters.text("password"),
        timezone: parameters.text("timezone"),
        language: parameters.oneOf("locale", ["auto", "en", "zh", "ja"], "auto"),
        isGuest: true,
      });
    }
    return {};
  }),

  remove("guests.json", (call) => {
    call.demandSystemAdministrator();
    call.parameters.require("guests");
    for (const code of call.parameters.texts("guests", maxGuests) ?? []) {
      if (!call.domain.people.users.delete(`guest/${code}`)) throw userNotFound(code);
    }
    return {};
  }),

  put("space/guests.json", (call) => {
    const space = administeredSpace(call);
    const codes = (call.parameters.texts("guests", maxGuests) ?? []).map((code) => `guest/${code}`);
    for (const code of codes) if (!call.domain.people.users.has(code)) throw userNotFound(code);
    space.members = [...space.members.filter((code) => !code.startsWith("guest/")), ...codes];
    return {};
  }),
];
