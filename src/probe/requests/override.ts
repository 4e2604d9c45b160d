import { asAssumedIf, type Finding, toldOf, unknown } from "../finding";
import type { ReadingPlace } from "./reading-place";

/** Where kintone took it for a POST, it would be one without records, which it refuses. */
export async function postThatSaysGet({ exchange, app }: ReadingPlace): Promise<Finding> {
  if (!app) return unknown("no-app");
  const { appId, guestSpaceId } = app;
  const asked = { path: "records", guestSpaceId, query: { app: appId, query: "limit 1", fields: ["$id"] } };
  const plain = await exchange({ ...asked, method: "GET" });
  if (plain.status !== 200) return unknown("refused", toldOf(plain));
  const overridden = await exchange({ ...asked, method: "GET", saysGet: true });
  const isSame = JSON.stringify(overridden.body) === JSON.stringify(plain.body);
  const told = overridden.status === 200 && !isSame ? "200, another answer than to a GET" : toldOf(overridden);
  return asAssumedIf(overridden.status === 200 && isSame, told);
}

export async function usersByPost({ exchange, userCode }: ReadingPlace): Promise<Finding> {
  if (userCode === undefined) return unknown("other-log-in");
  const asked = { method: "GET", path: "user/groups", ofUsers: true, query: { code: userCode } } as const;
  const plain = await exchange(asked);
  if (plain.status !== 200) return unknown("refused", toldOf(plain));
  const overridden = await exchange({ ...asked, saysGet: true });
  return asAssumedIf(overridden.status !== 200, toldOf(overridden));
}
