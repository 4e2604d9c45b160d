import type { ListedApp } from "./listed-app";

/** Which apps are wanted. */
export interface Wanted {
  /** Words that name, code or id must have, in any order. */
  words: string;
  place: Place;
}

/** Where an app is; `spaceless` is the place of apps outside spaces. */
export type Place =
  { kind: "anywhere" | "spaceless" } | { kind: "space"; spaceId: string } | { kind: "guest-space"; spaceId: string };

/** The apps that match, in their order; the one whose id was typed comes first. */
export function findApps(apps: readonly ListedApp[], { words, place }: Wanted): ListedApp[] {
  const wanted = searchable(words).split(/\s+/).filter(Boolean);
  const found = apps.filter(
    (app) => isIn(app, place) && wanted.every((word) => textOf(app).includes(word) || app.appId.startsWith(word)),
  );
  const named = found.find(({ appId }) => appId === wanted[0]);
  return named ? [named, ...found.filter((app) => app !== named)] : found;
}

function isIn({ spaceId, guestSpaceId }: ListedApp, place: Place): boolean {
  switch (place.kind) {
    case "anywhere":
      return true;
    case "spaceless":
      return spaceId === undefined;
    case "space":
      return guestSpaceId === undefined && spaceId === place.spaceId;
    case "guest-space":
      return guestSpaceId === place.spaceId;
  }
}

/** Worked out once for each app: a domain may have thousands, and each key that is pressed looks through all. */
const texts = new WeakMap<ListedApp, string>();

function textOf(app: ListedApp): string {
  const known = texts.get(app);
  if (known !== undefined) return known;
  const text = searchable(`${app.name}\n${app.code}`);
  texts.set(app, text);
  return text;
}

/** Wide and narrow letters, capitals and small ones, and both kinds of kana are the same to whoever searches. */
function searchable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (hiragana) => String.fromCodePoint((hiragana.codePointAt(0) ?? 0) + 0x60));
}
