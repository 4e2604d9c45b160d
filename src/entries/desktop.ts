/**
 * The plugin's one desktop bundle, at home in two places: on the record list, and in the Worker that the list starts from
 * this same file. Sharing it keeps the engine from being shipped twice, and needs no code made from text.
 */
if (typeof document === "undefined") {
  void import(/* webpackMode: "eager" */ "./backup-worker");
} else {
  const pluginId = kintone.$PLUGIN_ID;
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  void import(/* webpackMode: "eager" */ "./record-list").then(({ watchRecordList }) =>
    watchRecordList(pluginId, script),
  );
}
