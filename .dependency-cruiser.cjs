/** The arrows of docs/architecture.md: who may know whom. */
const room = (name) => `^src/${name}/`;
const only = (from, ...allowed) => ({
  name: `${from}-knows-${allowed.length ? allowed.join("-").replaceAll("/", "-") : "nobody"}`,
  severity: "error",
  comment: `src/${from} may know only itself${allowed.length ? ` and ${allowed.join(", ")}` : ""} in src/.`,
  from: { path: room(from) },
  to: { path: "^src/", pathNot: [room(from), ...allowed.map((to) => `^src/${to}`)] },
});

module.exports = {
  forbidden: [
    only("archive"),
    only("settings"),
    only("engine", "archive/"),
    only("kintone", "engine/", "archive/", "history/record-store", "history/preparation/settings-desk"),
    only("destinations", "engine/"),
    only("workspace", "engine/", "archive/json-lines"),
    only("history", "engine/", "archive/kintone-app", "archive/canonical-json", "archive/digest"),
    only(
      "screens",
      "engine/",
      "history/",
      "settings/",
      "archive/finding",
      "archive/verify-archive",
      "archive/manifest",
      "archive/volume-set",
    ),
    only("headless", "engine/", "settings/"),
    {
      name: "nobody-knows-entries",
      severity: "error",
      comment: "Entries wire the parts together; nothing depends on them but tests of the whole.",
      from: { path: "^(src|test)/", pathNot: "^((src|test)/entries|test/conformance)/" },
      to: { path: "^src/entries/" },
    },
    {
      name: "emulator-shares-nothing-with-src",
      severity: "error",
      comment: "The local kintone and the engine must not share a mistake.",
      from: { path: "^test/emulator/" },
      to: { path: "^src/" },
    },
    {
      name: "src-does-not-know-tests",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts)/" },
    },
    {
      name: "pure-rooms-name-no-node-module",
      severity: "error",
      from: { path: "^src/(engine|archive|settings|screens)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-circles",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".d.ts"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
