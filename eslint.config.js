import preset from "@cybozu/eslint-config/flat/presets/typescript-prettier.js";

/** What the pure rooms may not name: the world comes to them through ports. */
const THE_WORLD = [
  ...["window", "document", "location", "navigator", "kintone", "localStorage", "sessionStorage", "indexedDB"],
  ...["fetch", "XMLHttpRequest", "Worker", "postMessage", "self", "globalThis"],
  ...["process", "Buffer", "require", "__dirname", "__filename"],
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "performance", "crypto"],
];

const PURE_ROOMS = [
  "domain",
  "archive",
  "query",
  "records",
  "staging",
  "backup",
  "restore",
  "retention",
  "settings",
].map((room) => `src/${room}/**/*.ts`);

export default [
  { ignores: ["dist/", "backups/", "screenshots/", ".local/", "src/history/backup-management-app.d.ts"] },
  ...preset.map((part) => ({ ...part, files: ["**/*.{js,cjs,mjs,ts,tsx}"] })),
  {
    files: ["**/*.{js,cjs,mjs,ts,tsx}"],
    rules: {
      // Formatting is prettier's own command; a second opinion on it would only cost time.
      "prettier/prettier": "off",
      // TypeScript itself knows better: the types say what a function returns.
      "consistent-return": "off",
      // They take every assignment to a member after an `await`, and every flag that a callback sets, for a mistake.
      "require-atomic-updates": "off",
      "no-unmodified-loop-condition": "off",
      "no-void": ["error", { allowAsStatement: true }],
      "new-cap": "off",
    },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      // A test that finds nothing where it expects something fails anyway.
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-void": "off",
      // Scripts for a page are texts here.
      "no-template-curly-in-string": "off",
    },
  },
  {
    files: PURE_ROOMS,
    rules: {
      "no-restricted-globals": ["error", ...THE_WORLD],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "The time comes from the clock.",
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: "The time comes from the clock.",
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: "Chance comes from outside.",
        },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
          property,
          message: "Data never becomes HTML.",
        })),
      ],
    },
  },
];
