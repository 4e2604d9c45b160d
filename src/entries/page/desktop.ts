/**
 * The plugin's one desktop bundle, at home in two places: on the app's pages, and in the Workers that they start from this
 * same file. Sharing it keeps the engine from being shipped twice, and needs no code made from text. The imports are static
 * because only so webpack makes one scope of all modules, which saves 3 KiB (gzip) of every visit; none of them does anything by itself.
 */
import { awaitRun } from "../worker/backup-worker";
import { awaitCopying } from "../worker/browser-copy-threads";
import { awaitVerification } from "../worker/verify-worker";
import { watchPages } from "./pages";

if (typeof document === "undefined") {
  awaitVerification();
  awaitCopying();
  awaitRun();
} else {
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  watchPages(kintone.$PLUGIN_ID, script);
}
