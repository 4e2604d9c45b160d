import { BackupError } from "../../domain/errors";
import type { AppRef } from "../../domain/target";
import type { Connection } from "../connection/connection";

/** An app of the domain, as kintone lists it. */
interface ListedApp extends AppRef {
  name: string;
  /** What stands before its record numbers; often empty. */
  code: string;
  /** Absent for an app outside spaces. */
  spaceId?: string;
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
  apps: Array<{ appId: string; name: string; code?: string; spaceId?: string | null }>;
}

/**
 * The apps that the user may view, or add records to, page by page. Apps in guest spaces are listed one space at a time: their
 * API is another one (cybozu.dev get-apps).
 */
export async function* appPages(connection: Connection, listing: Listing = {}): AsyncGenerator<ListedApp[]> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await ask(connection, { limit: PAGE, offset }, listing);
    yield page.listed;
    if (page.ids.length < PAGE) return;
  }
}

/** All of them. */
export async function domainApps(connection: Connection): Promise<ListedApp[]> {
  const found: ListedApp[] = [];
  for await (const page of appPages(connection)) found.push(...page);
  return found;
}

/** Somebody who goes on deleting or moving apps would be strange. */
const ATTEMPTS = 3;

/**
 * All that there are at one moment. A page is asked for by how many apps are before it: when one of these goes meanwhile, the next would be
 * passed over without a word. So each page begins with the last app of the one before, and when that is another, the list is read anew.
 */
export async function appsTogether(connection: Connection, listing: Listing): Promise<ListedApp[]> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const found = await joinedPages(connection, listing);
    if (found) return found;
  }
  throw new BackupError("BAD_RESPONSE", "The list of apps changed each time that it was read");
}

async function joinedPages(connection: Connection, listing: Listing): Promise<ListedApp[] | undefined> {
  const found: ListedApp[] = [];
  for (let offset = 0, last: string | undefined; ; offset += PAGE - 1) {
    const { ids, listed } = await ask(connection, { limit: PAGE, offset }, listing);
    if (last !== undefined && ids[0] !== last) return undefined;
    found.push(...listed.filter(({ appId }) => appId !== last));
    if (ids.length < PAGE) return found;
    last = ids.at(-1);
  }
}

/** Those of the apps that the user may view, or add records to. */
export async function appsById(
  connection: Connection,
  ids: readonly string[],
  listing: Listing = {},
): Promise<ListedApp[]> {
  const found: ListedApp[] = [];
  for (let start = 0; start < ids.length; start += PAGE) {
    const { listed } = await ask(connection, { ids: ids.slice(start, start + PAGE), limit: PAGE }, listing);
    found.push(...listed);
  }
  return found;
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
  asked: { ids?: readonly string[]; limit: number; offset?: number },
  { guestSpaceId, spaceIds, signal }: Listing,
) {
  const query = { ...asked, ...(spaceIds && { spaceIds }) };
  const { apps } = await connection.json<Answer>({ method: "GET", path: "apps", guestSpaceId, query, signal });
  return {
    ids: apps.map(({ appId }) => appId),
    listed: apps
      // Whether the list of a guest space could hold others too is said nowhere; they could not be read through its URL.
      .filter(({ spaceId }) => guestSpaceId === undefined || spaceId === guestSpaceId)
      .map(({ appId, name, code, spaceId }) => ({
        ...{ appId, name, code: code ?? "" },
        ...(spaceId && { spaceId }),
        ...(guestSpaceId !== undefined && { guestSpaceId }),
      })),
  };
}
