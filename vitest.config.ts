import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A real browser beside a whole kintone: slower than a unit test. */
const throughABrowser = [
  "test/e2e/**/*.test.ts",
  "test/workspace/browser/**/*.test.ts",
  "test/emulator/pages/**/*.test.ts",
];
/** The main journeys once more, in another browser; skipped where there is none. */
const throughFirefox = ["test/firefox/**/*.test.ts"];
/** And in WebKit, for `npm run webkit`: a driver that loses typed text now and then is no part of `npm test`. */
const throughWebkit = ["test/webkit/**/*.test.ts"];
/** A gigabyte and the like, for `npm run heavy`: no part of `npm test`. */
const heavy = ["test/heavy/**/*.test.ts"];
const throughOfficialClients = ["test/conformance/**/*.test.ts"];
/** Whole runs and whole programs, some of them as they were built, and the local kintone itself. */
const whole = [
  "test/{faults,secrets,entries,command,bench}/**/*.test.ts",
  "test/backup/whole-runs/**/*.test.ts",
  "test/emulator/tests/**/*.test.ts",
  "test/emulator/sample/**/*.test.ts",
];

/** No test leaves anything behind in a module, and loading them anew for each file takes a third of the time. */
const isolate = false;
const inNode = { isolate, testTimeout: 30_000, hookTimeout: 60_000 };
const patient = { isolate, testTimeout: 60_000, hookTimeout: 60_000 };
const withABrowser = { isolate, testTimeout: 120_000, hookTimeout: 120_000 };

/** vitest takes large files for long ones. Campaigns of random runs are neither short nor large: at the end one worker would be left with them. */
class CampaignsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const isCampaign = ({ moduleId }: TestSpecification) => moduleId.includes("/test/faults/");
    return [...usual.filter(isCampaign), ...usual.filter((file) => !isCampaign(file))];
  }
}

export default defineConfig({
  test: {
    // vitest leaves a processor to whoever watches; where there are two, that is half of them. One more than there are makes whole runs in a
    // browser so slow that they outlast what their tests wait for.
    maxWorkers: "100%",
    sequence: { sequencer: CampaignsFirst },
    // Of `npm run quick`, which would test everything after a change of package.json; `npm test` does so anyway.
    forceRerunTriggers: [],
    projects: [
      {
        test: {
          ...inNode,
          name: "rooms",
          include: ["test/**/*.test.ts"],
          exclude: [
            ...throughABrowser,
            ...throughFirefox,
            ...throughWebkit,
            ...throughOfficialClients,
            ...whole,
            ...heavy,
          ],
        },
      },
      { test: { ...inNode, name: "whole", include: whole } },
      { test: { ...patient, name: "conformance", include: throughOfficialClients } },
      { test: { name: "heavy", include: heavy, fileParallelism: false } },
      { test: { ...withABrowser, name: "browser", include: throughABrowser } },
      { test: { ...withABrowser, name: "firefox", include: throughFirefox } },
      { test: { ...withABrowser, name: "webkit", include: throughWebkit } },
    ],
  },
});
