import { afterAll, beforeAll, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";
import { ask } from "./asking";

const domain = createDomain();
let emulator: Emulator;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  domain.spaces.add({ id: 50, name: "品質", administrators: ["admin"] });
  domain.addApp({ id: 1, name: "検査", creator: "admin", spaceId: 50, properties: {} });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

it("the default thread of a space has a number of its own", async () => {
  expect(await ask(emulator, "GET", "app.json?id=1")).toMatchObject({ body: { spaceId: "50", threadId: "51" } });
  expect(await ask(emulator, "GET", "space.json?id=50")).toMatchObject({ body: { id: "50", defaultThread: "51" } });
});
