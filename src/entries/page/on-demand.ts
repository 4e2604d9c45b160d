/**
 * The plugin's second file: everything but what a page shows at once. kintone loads it on every visit, so nothing in it is compiled before
 * it is used: webpack keeps each part in functions of its own, which run at the first `import()`, and what parts share is in the file
 * once. It is also what Workers are made of, so that the engine is not shipped twice and no code is made from text.
 */
import { offerParts } from "./meeting";

if (typeof document === "undefined") {
  void import(/* webpackMode: "eager" */ "../worker/worker").then(({ awaitWork }) => awaitWork());
} else {
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  offerParts({
    run: async () => (await import(/* webpackMode: "eager" */ "./run-part")).createRunPart(script),
    history: async () => (await import(/* webpackMode: "eager" */ "./history-part")).historyPart,
    changes: async () => (await import(/* webpackMode: "eager" */ "./changes-part")).changesPart,
    verification: async () =>
      (await import(/* webpackMode: "eager" */ "./verification-part")).createVerificationPart(script),
    saving: async () => (await import(/* webpackMode: "eager" */ "./saving-part")).createSavingPart(script),
    acceptance: async () => (await import(/* webpackMode: "eager" */ "./acceptance-part")).acceptancePart,
    restore: async () => (await import(/* webpackMode: "eager" */ "./restore-part")).createRestorePart(script),
  });
}
