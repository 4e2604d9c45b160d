import type { SettingName } from "../source";
import { type AnswerPart, lookInto } from "./answer-part";
import { readLayout } from "./form";

/** A file that a setting names: an icon, a script, a style sheet. */
export interface SettingFile {
  fileKey: string;
  /** Empty when kintone does not tell it. */
  name: string;
  /** A string of digits; absent when it is not known. */
  size?: string;
}

/** A file of an app's customization, and where kintone loads it. */
export interface ScriptFile extends SettingFile {
  device: "desktop" | "mobile";
  type: "js" | "css";
  /** In its list, from 1: the order in which kintone loads them, links included. */
  position: number;
}

/** `app.json`: what the app is called, and the space that it is in. */
export function appOf(answer: unknown): { name: string | undefined; spaceId: string | null } {
  return readApp(lookInto(answer).root);
}

/** `app/settings.json`. Comments are taken to be switched on until it is said that they are not. */
export function generalOf(answer: unknown): { commentsEnabled: boolean; icon: SettingFile | undefined } {
  return readGeneral(lookInto(answer).root);
}

/** `app/customize.json`: the files that it names. */
export function scriptsOf(answer: unknown): ScriptFile[] {
  return readScripts(lookInto(answer).root);
}

/** A plug-in of an app. */
export interface PluginOfApp {
  id: string;
  /** Its id when kintone does not tell it. */
  name: string;
}

/** `app/plugins.json`: the plug-ins of an app, in the order in which kintone loads them. */
export function pluginsOf(answer: unknown): PluginOfApp[] {
  return readPlugins(lookInto(answer).root);
}

/**
 * The ways to what a run looks into and cannot follow, of any setting; of most it looks into nothing. The fields of a form are
 * no such matter: without them there is no backup (`formOf`).
 */
export function notUnderstoodIn(name: SettingName, answer: unknown): string[] {
  const { root, notUnderstood } = lookInto(answer);
  LOOKS[name]?.(root);
  return [...notUnderstood];
}

const LOOKS: Partial<Record<SettingName, (root: AnswerPart) => unknown>> = {
  app: readApp,
  "app/settings": readGeneral,
  "app/customize": readScripts,
  "app/form/layout": readLayout,
  "app/plugins": readPlugins,
};

function readApp(root: AnswerPart): ReturnType<typeof appOf> {
  const [name, spaceId] = [root.member("name"), root.member("spaceId").text() ?? null];
  if (!name.isThere) name.note();
  return { name: name.text(), spaceId };
}

function readGeneral(root: AnswerPart): ReturnType<typeof generalOf> {
  const icon = root.member("icon");
  return {
    commentsEnabled: root.member("enableComments").flag() !== false,
    icon: icon.isThere ? readFile(icon, "PRESET") : undefined,
  };
}

function readScripts(root: AnswerPart): ScriptFile[] {
  return (["desktop", "mobile"] as const).flatMap((device) =>
    (["js", "css"] as const).flatMap((type) =>
      root
        .member(device)
        .member(type)
        .items()
        .flatMap((entry, at): ScriptFile[] => {
          const file = readFile(entry, "URL");
          return file ? [{ ...file, device, type, position: at + 1 }] : [];
        }),
    ),
  );
}

function readPlugins(root: AnswerPart): PluginOfApp[] {
  return root
    .member("plugins")
    .items()
    .flatMap((plugin) => {
      const id = plugin.member("id").text();
      if (!id) {
        plugin.member("id").note();
        return [];
      }
      return [{ id, name: plugin.member("name").text() ?? id }];
    });
}

/** `undefined` for an entry of the type that has no file, and, noted, for one that cannot be followed. */
function readFile(entry: AnswerPart, withoutFile: string): SettingFile | undefined {
  const file = entry.member("file");
  if (!file.isThere) {
    const type = entry.member("type").text();
    if (!entry.isThere || (type !== withoutFile && type !== "FILE")) entry.note();
    else if (type === "FILE") file.note();
    return undefined;
  }
  const [fileKey, size] = [file.member("fileKey"), file.member("size")];
  const [key, name, digits] = [fileKey.text(), file.member("name").text() ?? "", size.text()];
  if (!key) {
    fileKey.note();
    return undefined;
  }
  const isSize = digits !== undefined && /^\d+$/u.test(digits);
  if (digits !== undefined && !isSize) size.note();
  return { fileKey: key, name, ...(isSize && { size: digits }) };
}
