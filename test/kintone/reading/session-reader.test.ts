import { expect, test } from "vitest";
import { createRenewableSession } from "../../../src/kintone/connection/renewable-session";
import { createSessionReader } from "../../../src/kintone/reading/session-reader";

const announced = (userCode: string, requestToken: string) => ({ userCode, requestToken });

test("a page that tells who is there is no log-in, another token is one", async () => {
  const session = createRenewableSession(announced("sato", "1"));
  const reader = createSessionReader(session, async () => undefined);
  session.hear(announced("sato", "1"));
  expect(await reader.confirm()).toBe(0);
  session.hear(announced("admin", "2"));
  session.hear(announced("sato", "3"));
  expect(await reader.confirm()).toBe(2);
});

test("what kintone confirms counts for one log-in: a log-in in between is asked about anew", async () => {
  const session = createRenewableSession(announced("sato", "1"));
  let asked = 0;
  const reader = createSessionReader(session, async () => {
    asked += 1;
    if (asked === 1) session.hear(announced("sato", "2"));
  });
  expect([await reader.confirm(), asked]).toEqual([1, 2]);
});
