import type { AppRef } from "../../domain/target";
import type { Exchange } from "../../kintone/connection/exchange";

/** How the probe is let in. */
export type LogIn = "password" | "tokens" | "session";

/** With what is tried what can be read. */
export interface ReadingPlace {
  exchange: Exchange;
  logIn: LogIn;
  /** Whose log-in it is; absent for API tokens. */
  userCode?: string;
  /** Any app that may be read. */
  app?: AppRef;
  /** An attachment in it. */
  file?: { fileKey: string; size: number };
}

/** Looks for an app, unless one is given, and for an attachment among its newest records. What may not be read is not there. */
export async function findReadingPlace(
  entrance: Pick<ReadingPlace, "exchange" | "logIn" | "userCode">,
  given?: AppRef,
): Promise<ReadingPlace> {
  const app = given ?? (await anyApp(entrance.exchange));
  const file = app && (await anyFile(entrance.exchange, app));
  return { ...entrance, ...(app && { app }), ...(file && { file }) };
}

async function anyApp(exchange: Exchange): Promise<AppRef | undefined> {
  const { body } = await exchange({ method: "GET", path: "apps", query: { limit: 1 } });
  const [first] = (body as { apps?: Array<{ appId: string }> } | undefined)?.apps ?? [];
  return first && { appId: first.appId };
}

interface Cell {
  type: string;
  value: unknown;
}

/** The smallest one: nobody wants to download much for this. */
async function anyFile(exchange: Exchange, { appId, guestSpaceId }: AppRef): Promise<ReadingPlace["file"]> {
  const query = { app: appId, query: "order by $id desc limit 100" };
  const { body } = await exchange({ method: "GET", path: "records", guestSpaceId, query });
  const records = (body as { records?: Array<Record<string, Cell>> } | undefined)?.records ?? [];
  const cells = records.flatMap((record) => Object.values(record)).filter(({ type }) => type === "FILE");
  const files = cells.flatMap(({ value }) => value as Array<{ fileKey: string; size: string }>);
  const [smallest] = files
    .map(({ fileKey, size }) => ({ fileKey, size: Number(size) }))
    .sort((a, b) => a.size - b.size);
  return smallest;
}
