import type { Customization, CustomizationFile } from "../domain/app-settings";
import type { AttachedFile } from "../domain/files";
import { invalidParameter, noPermission } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { settingsReader, settingsWriter } from "./endpoint";
import type { Call, Endpoint } from "./endpoint";
import { showFile } from "./files";

/** JavaScript and CSS together, per device (cybozu.dev update-customization). */
const maxFiles = 30;

export const customize: Endpoint[] = [
  ...settingsReader("app/customize.json", (settings, call) => showCustomization(settings.customize, call), ["manage"]),

  settingsWriter("PUT", "app/customize.json", (app, call) => {
    if (!call.user.systemAdministrator) throw noPermission();
    const before = app.preview.customize;
    const take = onceEach((key) => call.domain.takeUpload(key, { kind: "settings", appId: app.id }));
    return {
      customize: {
        scope: call.parameters.oneOf("scope", ["ALL", "ADMIN", "NONE"], before.scope),
        desktop: device("desktop", before.desktop, take, call),
        mobile: device("mobile", before.mobile, take, call),
      },
    };
  }),
];

type Device = Customization["desktop"];
type Take = (uploadKey: string) => AttachedFile;

/** One upload may be named in several places of a request, and is one file in all of them (read in an answer; UNCONFIRMED(one-upload-in-many-places)). */
function onceEach(take: Take): Take {
  const taken = new Map<string, AttachedFile>();
  return (key) => {
    const file = taken.get(key) ?? take(key);
    taken.set(key, file);
    return file;
  };
}

function device(name: "desktop" | "mobile", before: Device, take: Take, call: Call): Device {
  const given = call.parameters.optionalObject(name);
  if (!given) return before;
  const after = {
    js: files(given.js, `${name}.js`, before.js, take),
    css: files(given.css, `${name}.css`, before.css, take),
  };
  if (after.js.length + after.css.length > maxFiles) throw invalidParameter(name, sentences.atMost(maxFiles));
  return after;
}

function files(given: unknown, path: string, before: CustomizationFile[], take: Take): CustomizationFile[] {
  if (given === undefined) return before;
  if (!Array.isArray(given)) throw invalidParameter(path, sentences.wrongShape);
  return given.map((item: { type?: unknown; url?: unknown; file?: { fileKey?: unknown } }, index) => {
    if (item.type === "URL") {
      if (typeof item.url !== "string" || !/^https:\/\//.test(item.url))
        throw invalidParameter(`${path}[${index}].url`, sentences.badUrl);
      return { type: "URL", url: item.url };
    }
    if (item.type !== "FILE") throw invalidParameter(`${path}[${index}].type`, sentences.notInEnum);
    const key = String(item.file?.fileKey);
    const kept = before.find((other) => other.type === "FILE" && other.file.fileKey === key);
    return kept ?? { type: "FILE", file: take(key) };
  });
}

function showCustomization({ scope, desktop, mobile }: Customization, call: Call): Record<string, unknown> {
  // cybozu.dev get-customization
  call.refuseTokens();
  const show = (file: CustomizationFile) => (file.type === "URL" ? file : { type: "FILE", file: showFile(file.file) });
  const showDevice = ({ js, css }: Device) => ({ js: js.map(show), css: css.map(show) });
  return { scope, desktop: showDevice(desktop), mobile: showDevice(mobile) };
}
