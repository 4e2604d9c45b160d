import { describe, expect, it } from "vitest";
import type { ApiRequest, Connection } from "../../../src/kintone/connection/connection";
import { appPages, appsById, domainApps } from "../../../src/kintone/reading/domain-apps";

const CREATED = "2026-11-01T00:00:00.000Z";

/** A list of apps, a hundred at a time; `spaceId` of each by its position. */
function listOf(count: number, spaceOf: (at: number) => string | null = () => null) {
  const asked: ApiRequest[] = [];
  const apps = Array.from({ length: count }, (_, at) => ({
    appId: String(at + 1),
    name: `App ${at + 1}`,
    spaceId: spaceOf(at),
    createdAt: CREATED,
  }));
  const connection = {
    async json(request: ApiRequest) {
      asked.push(request);
      const { offset = 0, limit, ids } = request.query as { offset?: number; limit: number; ids?: string[] };
      return { apps: apps.filter(({ appId }) => ids?.includes(appId) ?? true).slice(offset, offset + limit) };
    },
  } as unknown as Connection;
  return { connection, asked };
}

describe("the apps of a domain", () => {
  it("come a hundred at a time, until there are no more", async () => {
    const { connection, asked } = listOf(200, (at) => (at === 0 ? "5" : null));
    const [first, second, ...rest] = await domainApps(connection);
    expect(first).toEqual({ appId: "1", name: "App 1", code: "", spaceId: "5", createdAt: CREATED });
    expect(second).toEqual({ appId: "2", name: "App 2", code: "", createdAt: CREATED });
    expect(rest).toHaveLength(198);
    expect(asked.map(({ query }) => query?.offset)).toEqual([0, 100, 200]);
  });

  it("in a guest space are those of that space, on every page", async () => {
    const { connection, asked } = listOf(150, (at) => (at === 149 ? "3" : "4"));
    const found = [];
    for await (const page of appPages(connection, { guestSpaceId: "3" })) found.push(...page);
    expect(found).toEqual([
      { appId: "150", name: "App 150", code: "", createdAt: CREATED, spaceId: "3", guestSpaceId: "3" },
    ]);
    expect(asked.map(({ guestSpaceId }) => guestSpaceId)).toEqual(["3", "3"]);
  });

  it("are asked for by their ids, a hundred at a time", async () => {
    const { connection, asked } = listOf(300);
    const ids = Array.from({ length: 150 }, (_, at) => String(2 * at + 1));
    expect((await appsById(connection, ids)).map(({ appId }) => appId)).toEqual(ids);
    expect(asked).toHaveLength(2);
  });
});
