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
    only("query", "archive/records/kintone-app"),
    only("domain", "archive/"),
    {
      name: "domain-names-types-of-archive",
      severity: "error",
      comment: "What the domain takes from the archive is the description of what lies in it, and no code.",
      from: { path: room("domain") },
      to: { path: room("archive"), dependencyTypesNot: ["type-only"] },
    },
    only("records", "domain/", "archive/"),
    only("staging", "domain/", "archive/"),
    only("backup", "domain/", "archive/", "records/", "staging/"),
    only("restore", "domain/", "archive/", "records/", "query/"),
    only("retention", "domain/", "archive/"),
    only("kintone", "domain/", "archive/records/", "records/"),
    only("probe", "domain/", "kintone/connection/"),
    only("destinations", "domain/", "workspace/sync-folder"),
    only("workspace", "domain/", "archive/records/json-lines", "archive/bytes/utf8"),
    only(
      "history",
      "domain/",
      "archive/records/kintone-app",
      "archive/(canonical-json|json-pieces)",
      "archive/bytes/(digest|utf8)",
    ),
    only(
      "screens",
      "domain/",
      "records/excluded-fields",
      "backup/",
      "history/",
      "settings/",
      "probe/",
      "archive/manifest/manifest",
      "archive/verify/",
      "restore/",
      "query/query-error",
    ),
    {
      name: "screens-describe-what-restore-found",
      severity: "error",
      comment:
        "What screens take from a restore is the description of what was found, and what can be decided about it; what finds it runs elsewhere.",
      from: { path: room("screens") },
      to: {
        path: room("restore"),
        pathNot: "^src/restore/(plan/restore-choices|preflight/way)\\.ts",
        dependencyTypesNot: ["type-only"],
      },
    },
    only("command", "domain/", "backup/", "settings/", "probe/"),
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
      from: { path: "^src/(domain|archive|query|records|staging|backup|restore|retention|settings|screens)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-circles",
      severity: "error",
      comment: "Not even of types: two files that need each other are one, or lack a third.",
      from: { path: "^src/" },
      to: { circular: true },
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
