import type { Connection } from "./connection";

/** An app of the domain. */
interface ListedApp {
  appId: string;
  name: string;
}

/** kintone's maximum (OpenAPI 20250423: apps). */
const PAGE = 100;

/**
 * The apps that the user may view, or add records to. Apps in guest spaces are not among them: their API is another one
 * (cybozu.dev get-apps).
 */
export async function domainApps(connection: Connection): Promise<ListedApp[]> {
  const found: ListedApp[] = [];
  for (;;) {
    const { apps } = await connection.json<{ apps: ListedApp[] }>({
      method: "GET",
      path: "apps",
      query: { limit: PAGE, offset: found.length },
    });
    found.push(...apps.map(({ appId, name }) => ({ appId, name })));
    if (apps.length < PAGE) return found;
  }
}
