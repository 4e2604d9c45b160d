import { beforeEach, describe, expect, test } from "vitest";
import type { AppPlace, AppWorkshop, RevisedApp } from "../../src/domain/app-workshop";
import type { AppRef } from "../../src/domain/target";
import { expectRefusal } from "./management-app";

/** Where apps can be made, and what of it is seen from outside. */
export interface Workshop {
  workshop: AppWorkshop;
  /** As somebody who manages none of the apps that are made. */
  stranger: AppWorkshop;
  place: AppPlace;
  /** The next deployment of the app comes to nothing. */
  failNext(app: AppRef): void;
  /** From now on answers about apps and their settings are lost when the work was done. Resolves to what ends it. */
  loseAnswers(path: string): () => void;
  /** How many apps there are. */
  count(): number;
}

/** What every workshop promises. */
export function appWorkshopContract(name: string, fresh: () => Workshop): void {
  describe(`${name} keeps the contract of a workshop`, () => {
    let at: Workshop;
    beforeEach(() => {
      at = fresh();
    });

    const revised = async (app: AppRef): Promise<RevisedApp> => {
      const { revision } = await at.workshop.settings(app).read("app/form/fields", "preview");
      return { app, revision };
    };
    const end = async (apps: AppRef[]) => {
      await expect
        .poll(async () => [...(await at.workshop.deployStatuses(apps)).values()].includes("PROCESSING"))
        .toBe(false);
      return [...(await at.workshop.deployStatuses(apps)).values()];
    };
    const text = (code: string) =>
      ({
        method: "POST",
        setting: "app/form/fields",
        body: { properties: { [code]: { type: "SINGLE_LINE_TEXT", code, label: code } } },
      }) as const;

    test("an app that was made waits until its first update, and others are not told its name", async () => {
      const app = await at.workshop.make("材料", at.place);
      expect(await at.workshop.lookAt(app)).toEqual({ state: "waiting", name: "材料" });
      expect(await at.stranger.lookAt(app)).toEqual({ state: "hidden" });
      await at.workshop.deploy([await revised(app)]);
      expect(await end([app])).toEqual(["SUCCESS"]);
      expect(await at.workshop.lookAt(app)).toEqual({ state: "live", name: "材料" });
      expect(await at.workshop.lookAt({ ...app, appId: "987654" })).toEqual({ state: "none" });
    });

    test("settings change by the revision that they build on, and wait", async () => {
      const app = await at.workshop.make("材料", at.place);
      await at.workshop.deploy([await revised(app)]);
      await end([app]);
      const desk = at.workshop.settings(app);
      const { revision } = await desk.read("app/form/fields", "preview");
      const next = await desk.change(text("品番"), revision);
      await expectRefusal(desk.change(text("品名"), revision), "REFUSED", "GAIA_CO03");
      const waiting = await desk.read("app/form/fields", "preview");
      expect([waiting.properties["品番"]?.type, waiting.revision]).toEqual(["SINGLE_LINE_TEXT", next]);
      expect((await desk.read("app/form/fields", "live")).properties["品番"]).toBeUndefined();
    });

    test("several apps become live together, or none of them", async () => {
      const apps = [await at.workshop.make("一", at.place), await at.workshop.make("二", at.place)];
      at.failNext(apps[1]!);
      await at.workshop.deploy(await Promise.all(apps.map(revised)));
      expect(await end(apps)).not.toContain("SUCCESS");
      expect(await at.workshop.lookAt(apps[0]!)).toMatchObject({ state: "waiting" });
      await at.workshop.deploy(await Promise.all(apps.map(revised)));
      expect(await end(apps)).toEqual(["SUCCESS", "SUCCESS"]);
    });

    test("what waits can be thrown away", async () => {
      const app = await at.workshop.make("材料", at.place);
      await at.workshop.deploy([await revised(app)]);
      await end([app]);
      await at.workshop.settings(app).change(text("品番"), (await revised(app)).revision);
      await at.workshop.revert([await revised(app)]);
      await end([app]);
      const { properties } = await at.workshop.settings(app).read("app/form/fields", "preview");
      expect(properties["品番"]).toBeUndefined();
    });

    test("nothing is sent twice when its answer is lost", async () => {
      const app = await at.workshop.make("材料", at.place);
      const before = at.count();
      const { revision } = await revised(app);
      const found = at.loseAnswers("preview/app.json");
      await expectLost(at.workshop.make("材料", at.place));
      found();
      expect(at.count()).toBe(before + 1);
      const again = at.loseAnswers("preview/app/form/fields.json");
      await expectLost(at.workshop.settings(app).change(text("品番"), revision));
      again();
      await expectRefusal(at.workshop.settings(app).change(text("品番"), revision), "REFUSED", "GAIA_CO03");
    });
  });
}

async function expectLost(work: Promise<unknown>): Promise<void> {
  await expect(work).rejects.toMatchObject({ name: "BackupError", answer: undefined });
}
