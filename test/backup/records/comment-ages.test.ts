import fc from "fast-check";
import { expect, it } from "vitest";
import { NEVER, createCommentAges } from "../../../src/backup/comments/comment-ages";

const ages = fc.constantFrom(undefined, NEVER, "2026-11-20T00:00:00.000Z", "2026-11-21T00:00:00.000Z");

it("tells of each record what was added of it, and counts them by age", () => {
  const records = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), ages), { selector: ([id]) => id });
  fc.assert(
    fc.property(records, (unordered) => {
      const added = [...unordered].sort(([a], [b]) => a - b);
      const known = createCommentAges();
      for (const [id, age] of added) known.add(id, age);
      expect(added.map(([id]) => [id, known.of(id)])).toEqual(added);
      const { unread, takenOver = [] } = known.facts();
      const told = [...(unread ? [{ readAt: NEVER, ...unread }] : []), ...takenOver];
      for (const { readAt, records: count, ids } of told) {
        const within = added.filter(([id]) => ids.some(([first, last]) => Number(first) <= id && id <= Number(last)));
        expect(within).toEqual(added.filter(([, age]) => age === readAt));
        expect(within).toHaveLength(count);
      }
      expect(told.map(({ readAt }) => readAt)).toEqual(
        [...new Set(added.map(([, age]) => age))].filter((age) => age !== undefined).sort(),
      );
    }),
  );
});

it("says of a hundred thousand neighbours no more than of one", () => {
  const known = createCommentAges();
  for (let id = 1; id <= 100_000; id += 1) known.add(3 * id, id > 5000 ? NEVER : undefined);
  expect(known.facts()).toEqual({ unread: { records: 95_000, ids: [["15003", "300000"]] } });
});
