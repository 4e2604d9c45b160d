/**
 * The plugin's second file: everything but what a page shows at once. kintone loads it on every visit, so nothing in it is compiled before
 * it is used: webpack keeps it in a function of its own, which runs at the first `import()`. It is also what Workers are made of, so that
 * the engine is not shipped twice and no code is made from text.
 */
import { offerParts } from "./meeting";

const all = () => import(/* webpackMode: "eager" */ "./all-parts");

if (typeof document === "undefined") {
  void all().then(({ awaitWork }) => awaitWork());
} else {
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  offerParts({
    run: async () => (await all()).createRunPart(script),
    history: async () => (await all()).historyPart,
    changes: async () => (await all()).changesPart,
    verification: async () => (await all()).createVerificationPart(script),
    saving: async () => (await all()).createSavingPart(script),
    acceptance: async () => (await all()).acceptancePart,
    restore: async () => (await all()).createRestorePart(script),
  });
}
