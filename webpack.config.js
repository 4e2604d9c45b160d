import path from "node:path";
import { fileURLToPath } from "node:url";
import webpack from "webpack";

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = (folder) => path.join(root, "dist", folder);

const shared = {
  mode: "production",
  devtool: false,
  context: root,
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: { loader: "ts-loader", options: { transpileOnly: true } } },
    ],
  },
  resolve: {
    extensions: [".ts", ".tsx", ".js"],
    alias: {
      // JSZip's promises and timers for where there are none.
      lie$: false,
      setimmediate$: false,
      // What JSZip converts from and into in ways that are never gone here (`src/archive/zip/zip-input.ts`).
      [path.join(root, "node_modules/jszip/lib/base64.js")]: false,
      "readable-stream$": false,
    },
  },
  plugins: [new webpack.DefinePlugin({ "process.env.NODE_ENV": JSON.stringify("production") })],
  stats: "errors-warnings",
};

/** Modules are in a file by their ids. gzip sees 32 KiB back: what is alike, as neighbours in a folder are, has to be near. */
const inOrderOfFolders = {
  apply(compiler) {
    compiler.hooks.compilation.tap("inOrderOfFolders", (compilation) => {
      compilation.hooks.moduleIds.tap("inOrderOfFolders", (modules) => {
        const { chunkGraph } = compilation;
        const named = [...modules].filter((module) => chunkGraph.getNumberOfModuleChunks(module) > 0);
        const paths = new Map(named.map((module) => [module, module.nameForCondition() ?? module.identifier()]));
        named.sort((one, other) => (paths.get(one) < paths.get(other) ? -1 : 1));
        named.forEach((module, id) => chunkGraph.setModuleId(module, id));
      });
    });
  },
};

/** kintone's plugins are plain scripts that share one page: each bundle is an IIFE without globals. */
const browser = {
  ...shared,
  target: ["web", "es2022"],
};

export default [
  {
    ...browser,
    name: "plugin",
    entry: {
      desktop: "./src/entries/page/desktop.ts",
      "on-demand": "./src/entries/page/on-demand.ts",
      config: "./src/entries/config/config.ts",
    },
    output: { path: dist("plugin/js"), filename: "[name].js" },
    // Names of exports are as short as can be: by default they would be longer, to be the same in the next build.
    optimization: { moduleIds: false, mangleExports: "size" },
    plugins: [...shared.plugins, inOrderOfFolders],
    // Before compression; what is sent has budgets of its own (`scripts/pack.ts`).
    performance: { hints: "error", maxAssetSize: 1_200_000, maxEntrypointSize: 1_200_000 },
  },
  {
    ...browser,
    name: "customize",
    entry: { "kbm-backup-status": "./src/entries/target-list/target-list.ts" },
    output: { path: dist("customize"), filename: "[name].js" },
    // By this, `npm run customize` knows its own file among those of an app.
    plugins: [
      ...shared.plugins,
      new webpack.BannerPlugin({
        banner: "/*! kintone Backup Manager: backup status */",
        raw: true,
        stage: webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT,
      }),
    ],
  },
  {
    ...browser,
    name: "decrypt",
    entry: { "decrypt-page": "./src/entries/decrypt-page/decrypt-page.ts" },
    output: { path: dist("decrypt"), filename: "[name].js" },
  },
  {
    ...shared,
    name: "command",
    target: "node20.19",
    entry: { "kintone-backup": "./src/entries/command/kintone-backup.ts" },
    output: { path: dist("headless"), filename: "[name].cjs" },
    // The bundle's own path, from which it starts threads.
    node: { __filename: false },
    plugins: [...shared.plugins, new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true })],
  },
];
