import type { KintoneRestAPIClient } from "@kintone/rest-api-client";

/** What the journeys find in the domain. Plain data: it goes into a browser page too. */
export interface Stage {
  /** A space that the caller administers; in the client's guest space when it has one. */
  spaceId: string;
  isGuestSpace: boolean;
  /** Packages of one plugin, in base64, and its id. */
  plugin: { id: string; first: string; second: string };
  /** The 添付 of the records. */
  file: { name: string; text: string };
  /** Codes of guest users that nobody else makes. */
  guest: string;
}

/** What the client's methods answered, by the name of the method (with a note where one was called twice). */
export type Answers = Record<string, unknown>;

/** A client that notes in `called` which methods were used, as `app.getViews`. */
export function watched(client: KintoneRestAPIClient, called: Set<string>): KintoneRestAPIClient {
  const watch = (target: object, area: string): unknown =>
    new Proxy(target, {
      get(_, name: string) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        called.add(area === "" ? name : `${area}.${name}`);
        return (member as () => unknown).bind(target);
      },
    });
  const areas = new Map(["record", "app", "file", "space", "plugin"].map((area) => [area, Reflect.get(client, area)]));
  const whole = watch(client, "") as KintoneRestAPIClient;
  return new Proxy(whole, {
    get(target, name: string) {
      const area = areas.get(name) as object | undefined;
      return area ? watch(area, name) : (Reflect.get(target, name) as unknown);
    },
  });
}

/** From base64; the client takes bytes as a Buffer in Node and as an array in a page. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  typeof Buffer === "undefined"
    ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
    : Buffer.from(text, "base64");

/** Deploys and waits, as people do with `getDeployStatus`. */
export async function deploy(client: KintoneRestAPIClient, app: string): Promise<string> {
  await client.app.deployApp({ apps: [{ app }] });
  for (;;) {
    const { apps } = await client.app.getDeployStatus({ apps: [app] });
    const status = apps[0]?.status;
    if (status !== undefined && status !== "PROCESSING") return status;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
