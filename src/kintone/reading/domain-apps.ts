import { BackupError } from "../../domain/errors";
import { overlappingPages } from "../../domain/overlapping-pages";
import type { AppRef } from "../../domain/target";
import type { Connection } from "../connection/connection";

/** An app of the domain, as kintone lists it. */
interface ListedApp extends AppRef {
  name: string;
  /** What stands before its record numbers; often empty. */
  code: string;
  /** Absent for an app outside spaces. */
  spaceId?: string;
  /** ISO 8601, UTC. */
  createdAt: string;
}

/** Whose apps to list, and until when somebody wants to know. */
interface Listing {
  /** Without it, the apps outside guest spaces. */
  guestSpaceId?: string | undefined;
  /** Only the apps of these. */
  spaceIds?: readonly string[];
  signal?: AbortSignal;
}

/** kintone's maximum, of apps in an answer and of ids in a question (OpenAPI 20250423: apps). */
const PAGE = 100;

interface Answer {
  apps: Array<{ appId: string; name: string; code?: string; spaceId?: string | null; createdAt?: string }>;
}

/**
 * The apps that the user may view, or add records to, page by page. Apps in guest spaces are listed one space at a time: their
 * API is another one (cybozu.dev get-apps).
 */
export async function* appPages(connection: Connection, listing: Listing = {}): AsyncGenerator<ListedApp[]> {
  for (let offset = 0; ; offset += PAGE) {
    const apps = await ask(connection, { limit: PAGE, offset }, listing);
    yield listed(apps, listing);
    if (apps.length < PAGE) return;
  }
}

/** All of them. */
export async function domainApps(connection: Connection): Promise<ListedApp[]> {
  const found: ListedApp[] = [];
  for await (const page of appPages(connection)) found.push(...page);
  return found;
}

/** All that there are at one moment. Rejects with `BAD_RESPONSE` when the list changed each time that it was read. */
export async function appsTogether(connection: Connection, listing: Listing): Promise<ListedApp[]> {
  const readPage = async (offset: number) => {
    const items = await ask(connection, { limit: PAGE, offset }, listing);
    return { items, more: items.length === PAGE };
  };
  const apps = await overlappingPages(readPage, ({ appId }) => appId);
  if (!apps) throw new BackupError("BAD_RESPONSE", "The list of apps changed each time that it was read");
  return listed(apps, listing);
}

/** Those of the apps that the user may view, or add records to. */
export async function appsById(
  connection: Connection,
  ids: readonly string[],
  listing: Listing = {},
): Promise<ListedApp[]> {
  const found: ListedApp[] = [];
  for (let start = 0; start < ids.length; start += PAGE) {
    const apps = await ask(connection, { ids: ids.slice(start, start + PAGE), limit: PAGE }, listing);
    found.push(...listed(apps, listing));
  }
  return found;
}

/** Those whose name has the text in it, and the one with that id: as many as an answer holds, to somebody who looks for one. */
export async function appsLike(connection: Connection, text: string, listing: Listing): Promise<ListedApp[]> {
  const named = listed(await ask(connection, { name: text, limit: PAGE }, listing), listing);
  const byId = /^\d+$/.test(text) ? await appsById(connection, [text], listing) : [];
  return [...byId, ...named.filter(({ appId }) => appId !== text)];
}

/** What a space is called, for its members (OpenAPI 20250423: space). */
export async function spaceName(connection: Connection, id: string, isGuest: boolean): Promise<string> {
  const { name } = await connection.json<{ name: string }>({
    method: "GET",
    path: "space",
    guestSpaceId: isGuest ? id : undefined,
    query: { id },
  });
  return name;
}

async function ask(
  connection: Connection,
  asked: { ids?: readonly string[]; name?: string; limit: number; offset?: number },
  { guestSpaceId, spaceIds, signal }: Listing,
): Promise<Answer["apps"]> {
  const query = { ...asked, ...(spaceIds && { spaceIds }) };
  const { apps } = await connection.json<Answer>({ method: "GET", path: "apps", guestSpaceId, query, signal });
  return apps;
}

function listed(apps: Answer["apps"], { guestSpaceId }: Listing): ListedApp[] {
  return (
    apps
      // Whether the list of a guest space could hold others too is said nowhere; they could not be read through its URL.
      .filter(({ spaceId }) => guestSpaceId === undefined || spaceId === guestSpaceId)
      .map(({ appId, name, code, spaceId, createdAt }) => ({
        ...{ appId, name, code: code ?? "", createdAt: createdAt ?? "" },
        ...(spaceId && { spaceId }),
        ...(guestSpaceId !== undefined && { guestSpaceId }),
      }))
  );
}
