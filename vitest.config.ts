import { defineConfig } from "vitest/config";

/** A real browser beside a whole kintone: one at a time, and slower than a unit test. */
const throughABrowser = [
  "test/e2e/**/*.test.ts",
  "test/workspace/browser/**/*.test.ts",
  "test/emulator/pages/**/*.test.ts",
];
/** A gigabyte and the like, for `npm run heavy`: no part of `npm test`. */
const heavy = ["test/heavy/**/*.test.ts"];
const throughOfficialClients = ["test/conformance/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "rooms",
          include: ["test/**/*.test.ts"],
          exclude: [...throughABrowser, ...throughOfficialClients, ...heavy],
          testTimeout: 30_000,
        },
      },
      {
        test: { name: "conformance", include: throughOfficialClients, testTimeout: 60_000, hookTimeout: 60_000 },
      },
      { test: { name: "heavy", include: heavy, fileParallelism: false } },
      {
        test: {
          name: "browser",
          include: throughABrowser,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
