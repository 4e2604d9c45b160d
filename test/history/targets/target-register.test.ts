import { beforeEach, describe, expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import type { RecordStore, RecordValues } from "../../../src/domain/record-store";
import { type NewTarget, createTargetRegister } from "../../../src/history/targets/target-register";
import { createInMemoryStore } from "../management-app/in-memory-store";

const target = (appId: number, more: Partial<NewTarget> = {}): NewTarget => ({
  ...{ appId: String(appId), appName: `アプリ${appId}`, query: "", enabled: true },
  ...more,
});
const targets = (from: number, count: number) => Array.from({ length: count }, (_, at) => target(from + at));
const ids = (list: readonly NewTarget[]) => list.map(({ appId }) => Number(appId));

describe("apps that become targets", () => {
  let app: ReturnType<typeof createInMemoryStore>;
  let posts: Array<readonly RecordValues[]>;
  /** Stands in for the next POST. */
  let instead: ((records: readonly RecordValues[]) => Promise<void>) | undefined;
  let store: RecordStore;

  beforeEach(() => {
    app = createInMemoryStore({ now: new Date("2026-11-23T03:00:00Z") });
    [posts, instead] = [[], undefined];
    store = {
      ...app.store,
      async addAll(records) {
        posts.push(records);
        const stand = instead;
        instead = undefined;
        await (stand ?? app.store.addAll)(records);
      },
    };
  });

  it("are written a hundred at a time, each app once, with all that is known of them", async () => {
    const written: number[] = [];
    const guest = target(900, { guestSpaceId: "3", query: 'a = "1"', enabled: false });
    const list = [...targets(1, 150), target(7, { appName: "again" }), guest];
    const { added, present, failed, now, error } = await createTargetRegister(store).add(list, (so) =>
      written.push(so),
    );
    expect([added.length, present.length, failed.length, error]).toEqual([151, 0, 0, undefined]);
    expect(posts.map(({ length }) => length)).toEqual([100, 51]);
    expect(written).toEqual([100, 151]);
    expect(now.find(({ appId }) => appId === "900")).toEqual(guest);
    expect(await createTargetRegister(store).all()).toEqual(now);
  });

  it("that are targets already, enabled or not, stay as they are", async () => {
    const register = createTargetRegister(store);
    await register.add([target(5, { enabled: false, appName: "old" })]);
    const { added, present, now } = await register.add([target(5), target(6)]);
    expect([ids(added), ids(present)]).toEqual([[6], [5]]);
    expect(now[0]).toMatchObject({ appId: "5", enabled: false, appName: "old" });
  });

  it("are added without those that somebody else adds at the same moment", async () => {
    instead = async (records) => {
      await app.store.addAll([records[1]!]);
      await app.store.addAll(records);
    };
    const { added, present, error } = await createTargetRegister(store).add(targets(1, 3));
    expect([ids(added), ids(present), error]).toEqual([[1, 3], [2], undefined]);
  });

  it("are not taken for refused when only the answer was lost", async () => {
    instead = async (records) => {
      await app.store.addAll(records);
      await app.store.addAll(records);
    };
    const { added, present, failed, error } = await createTargetRegister(store).add(targets(1, 3));
    expect([ids(added), present, failed, error]).toEqual([[1, 2, 3], [], [], undefined]);
    expect(posts).toHaveLength(1);
  });

  it("stay what they were when kintone refuses, and the rest can be added later", async () => {
    const register = createTargetRegister(store);
    instead = async (records) => {
      await app.store.addAll(records);
      instead = () =>
        Promise.reject(new BackupError("NO_PERMISSION", "no", { answer: { status: 403, code: "CB_NO02" } }));
    };
    const { added, failed, error } = await register.add(targets(1, 250));
    expect([added.length, failed.length]).toEqual([100, 150]);
    expect(error).toMatchObject({ code: "REFUSED", answer: { code: "CB_NO02" } });
    expect(posts).toHaveLength(2);
    expect(ids((await register.add(failed)).added)).toEqual(ids(failed));
  });

  it("are not believed to be there when kintone passes over what it was told", async () => {
    instead = (records) => app.store.addAll(records.map(({ target_app_id: _, ...rest }) => rest));
    const { added, failed, error } = await createTargetRegister(store).add([target(1)]);
    expect([added, ids(failed), error?.code]).toEqual([[], [1], "REFUSED"]);
  });
});
