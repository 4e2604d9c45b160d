/**
 * The plugin's one desktop bundle, at home in two places: on the app's pages, and in the Workers that they start from this
 * same file. Sharing it keeps the engine from being shipped twice, and needs no code made from text.
 */
if (typeof document === "undefined") {
  void import(/* webpackMode: "eager" */ "./verify-worker");
  // The last one, as it says that the Worker is ready.
  void import(/* webpackMode: "eager" */ "./backup-worker");
} else {
  const pluginId = kintone.$PLUGIN_ID;
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  void import(/* webpackMode: "eager" */ "./pages").then(({ watchPages }) => watchPages(pluginId, script));
}
