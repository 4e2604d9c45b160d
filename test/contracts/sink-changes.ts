import { beforeEach, describe, expect, test } from "vitest";
import { RECORDS_PER_BATCH } from "../../src/domain/sink";
import { added, all, CUSTOMER, titles, values, versionsOf, type WritableApp } from "./sink-form";

/** What a sink promises of what it writes. */
export function sinkChangesContract(fresh: () => Promise<WritableApp>): void {
  let writable: WritableApp;
  let app: WritableApp["app"];
  beforeEach(async () => {
    writable = await fresh();
    ({ app } = writable);
  });
  const hundred = Array.from({ length: RECORDS_PER_BATCH }, (_, index) => `title ${index}`);

  describe("adding", () => {
    test("gives ids and revisions in the order of the records, a hundred at a time", async () => {
      const versions = await added(writable, ...hundred);
      const found = await all(writable);
      expect(found.map(({ $id, $revision }) => ({ id: $id?.value, revision: $revision?.value }))).toEqual(versions);
      expect(found.map(({ title }) => title?.value)).toEqual(hundred);
    });

    test("writes whatever a field takes, tables, people and keys of lookups too", async () => {
      const row = (count: string, note: string) => ({ value: values({ 個数: count, note }) });
      const cells = { title: "\u{20BB7}", amount: "12.5", owner: [{ code: "sato" }], customer: CUSTOMER };
      const rows = [row("3", "一"), row("", "")];
      versionsOf(await writable.manager.add(app, [values({ ...cells, 部品: rows })]));
      expect(await all(writable)).toMatchObject([{ ...values(cells), 部品: { value: rows } }]);
    });

    test("gives who manages the app the old creator and times, and the present ones where nothing is said", async () => {
      const times = { created: "2019-01-02T03:04:00Z", updated: "2020-05-06T07:08:00Z" };
      const people = { creator: { code: "sato" }, modifier: { code: "sato" } };
      versionsOf(
        await writable.manager.add(app, [values({ title: "old", ...times, ...people }), values({ title: "new" })]),
      );
      const [old, present] = await all(writable);
      expect(old).toMatchObject({
        ...{ created: { value: times.created }, updated: { value: times.updated } },
        ...{ creator: { value: people.creator }, modifier: { value: people.modifier } },
      });
      expect(present?.created?.value).not.toBe(times.created);
      expect(present?.creator?.value).not.toMatchObject(people.creator);
    });
  });

  describe("changing", () => {
    test("gives ids and new revisions in the order of the changes, whatever that is, and leaves alone what is not named", async () => {
      const versions = await added(writable, ...hundred);
      const changes = [...versions]
        .reverse()
        .map(({ id, revision }) => ({ id, revision, record: values({ amount: "7" }) }));
      const changed = versionsOf(await writable.writer.update(app, changes));
      expect(changed.map(({ id }) => id)).toEqual(changes.map(({ id }) => id));
      const found = await all(writable);
      expect(found.map(({ $id, $revision }) => ({ id: $id?.value, revision: $revision?.value })).reverse()).toEqual(
        changed,
      );
      expect(found.map(({ title, amount }) => [title?.value, amount?.value])).toEqual(
        hundred.map((title) => [title, "7"]),
      );
      const [again] = changes.slice(-1);
      const { revision } = changed.at(-1)!;
      versionsOf(await writable.writer.update(app, [{ ...again!, revision }]));
    });

    test("keeps the rows of a table whose ids are told", async () => {
      const row = (note: string, id?: unknown) => ({
        ...(id !== undefined && { id }),
        value: values({ 個数: "1", note }),
      });
      const [version] = versionsOf(await writable.manager.add(app, [values({ 部品: [row("a"), row("b")] })]));
      const rows = async () => (await all(writable))[0]?.部品?.value as Array<{ id: string }>;
      const [, second] = await rows();
      versionsOf(
        await writable.writer.update(app, [{ ...version!, record: values({ 部品: [row("c", second?.id)] }) }]),
      );
      expect(await rows()).toMatchObject([{ id: second?.id, value: { note: { value: "c" } } }]);
    });
  });

  describe("deleting", () => {
    test("deletes these and no others, a hundred at a time, and tells which", async () => {
      const versions = await added(writable, ...hundred);
      await added(writable, "stays");
      const deleted = [...versions].reverse();
      expect(versionsOf(await writable.writer.remove(app, deleted))).toEqual(deleted);
      expect(await titles(writable)).toEqual(["stays"]);
    });
  });

  test("more than a hundred at a time, or none, is a mistake in the program, and nothing is sent", async () => {
    const [version] = await added(writable, "one");
    for (const count of [0, RECORDS_PER_BATCH + 1]) {
      const many = <Item>(item: Item): Item[] => Array.from({ length: count }, () => item);
      await expect(writable.manager.add(app, many(values({})))).rejects.toBeInstanceOf(RangeError);
      await expect(writable.manager.update(app, many({ ...version!, record: {} }))).rejects.toBeInstanceOf(RangeError);
      await expect(writable.manager.remove(app, many(version!))).rejects.toBeInstanceOf(RangeError);
    }
    expect(await titles(writable)).toEqual(["one"]);
  });
}
