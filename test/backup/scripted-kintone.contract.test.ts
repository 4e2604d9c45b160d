import type { FormFields } from "../../src/archive/records/kintone-app";
import { sourceContract } from "../contracts/source";
import { SAMPLE } from "../contracts/source-sample";
import { createScriptedSource, type ScriptedApp, scriptedRecord } from "./scripted-kintone";

const form = (label: (names: readonly [string, string, string]) => string): FormFields => ({
  properties: Object.fromEntries(
    Object.entries(SAMPLE.fields).map(([code, names]) => [code, { type: names[0], code, label: label(names) }]),
  ),
  revision: "5",
});

const app: ScriptedApp = {
  name: SAMPLE.name,
  fields: form(([, label]) => label),
  fieldsIn: { en: form(([, , english]) => english) },
  records: SAMPLE.records.map(({ id, texts, files }) => ({
    ...scriptedRecord(
      id,
      files.map(({ name, content }, index) => [`${id}-${index}`, name, content.length]),
    ),
    text: { type: "SINGLE_LINE_TEXT", value: texts.text },
    mark: { type: "SINGLE_LINE_TEXT", value: texts.mark },
  })),
  files: Object.fromEntries(
    SAMPLE.records.flatMap(({ id, files }) => files.map(({ content }, index) => [`${id}-${index}`, content])),
  ),
  comments: Object.fromEntries(
    SAMPLE.records.map(({ id, comments }) => [id, Array.from({ length: comments }, (_, index) => String(index + 1))]),
  ),
};

sourceContract("a script", { source: () => createScriptedSource({ 12: app }), app: { appId: "12" } });
