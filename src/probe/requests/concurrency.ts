import { asAssumedIf, type Finding, unknown } from "../finding";
import type { ReadingPlace } from "./reading-place";

const NAMES = ["X-ConcurrencyLimit-Limit", "X-ConcurrencyLimit-Running"] as const;

export async function concurrencyHeaders({ exchange, app }: ReadingPlace): Promise<Finding> {
  if (!app) return unknown("no-app");
  const { header } = await exchange({
    ...{ method: "GET", path: "records", guestSpaceId: app.guestSpaceId },
    query: { app: app.appId, query: "limit 1", fields: ["$id"] },
  });
  const values = NAMES.map(header);
  const told = NAMES.map((name, index) => `${name}: ${figure(values[index])}`).join(", ");
  return asAssumedIf(
    values.every((value) => /^\d+$/.test(value ?? "")),
    told,
  );
}

const figure = (value: string | undefined) => (/^\d+$/.test(value ?? "") ? value : "–");
