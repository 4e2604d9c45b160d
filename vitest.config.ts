import { defineConfig } from "vitest/config";

/** A real browser beside a whole kintone: slower than a unit test. */
const throughABrowser = [
  "test/e2e/**/*.test.ts",
  "test/workspace/browser/**/*.test.ts",
  "test/emulator/pages/**/*.test.ts",
];
/** A gigabyte and the like, for `npm run heavy`: no part of `npm test`. */
const heavy = ["test/heavy/**/*.test.ts"];
const throughOfficialClients = ["test/conformance/**/*.test.ts"];

/** No test leaves anything behind in a module, and loading them anew for each file takes a third of the time. */
const isolate = false;

export default defineConfig({
  test: {
    // vitest leaves a processor to whoever watches; where there are two, that is half of them.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "rooms",
          include: ["test/**/*.test.ts"],
          exclude: [...throughABrowser, ...throughOfficialClients, ...heavy],
          isolate,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "conformance",
          include: throughOfficialClients,
          isolate,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: "heavy", include: heavy, fileParallelism: false } },
      {
        test: {
          name: "browser",
          include: throughABrowser,
          isolate,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
