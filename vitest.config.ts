import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

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
    // A worker often waits: for its browser, for a command that it started, for kintone's update of an app.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: CampaignsFirst },
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
