import typescript from "@cybozu/eslint-config/flat/presets/typescript.js";
import prettier from "@cybozu/eslint-config/flat/presets/typescript-prettier.js";

/** What the pure rooms may not name: the world comes to them through ports. */
const WORLD = [
  ...["window", "document", "location", "navigator", "kintone", "localStorage", "sessionStorage", "indexedDB"],
  ...["fetch", "XMLHttpRequest", "Worker", "postMessage", "self", "globalThis"],
  ...["process", "Buffer", "require", "__dirname"],
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "performance", "crypto"],
];

export default [
  { ignores: ["dist/", "node_modules/", "backups/", "screenshots/", ".local/", "src/history/backup-management-app.d.ts"] },
  ...typescript,
  ...prettier,
];
export { WORLD };
