/** A value in a query string or a body, before it is written down. `undefined` members are left out. */
export type ApiValue =
  string | number | boolean | null | undefined | readonly ApiValue[] | { readonly [key: string]: ApiValue };

/** One call of kintone's REST API. */
export interface ApiRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** The endpoint without `/k/v1/` and `.json`, e.g. `records` or `app/form/fields`. */
  path: string;
  /** An endpoint of cybozu.com's User API instead, which all its services share: below `/v1/`. */
  ofUsers?: true;
  /** Whose daily requests it counts for, where the parameters do not tell. */
  app?: string;
  /** Of the app that is spoken to, when it lives in a guest space. */
  guestSpaceId?: string | undefined;
  /** The app's settings that are not deployed yet. */
  preview?: boolean;
  /** For GET and DELETE. Lists become `name[0]=…&name[1]=…`. */
  query?: Readonly<Record<string, ApiValue>>;
  /** For POST and PUT: sent as JSON. */
  body?: object;
  /**
   * Whether sending it a second time, when the first answer got lost, does no harm. Without a word from the caller: yes
   * for GET, no for everything else.
   */
  repeatable?: boolean;
  /** Whoever asks can ask for less at a time. What may be due to how much it is, is told soon, instead of being tried in the same way. */
  divisible?: boolean;
  /** The answer of `json` is the body's bytes (`Uint8Array<ArrayBuffer>`), for whoever parses it elsewhere. */
  unparsed?: true;
  /** Ends the request, and what waits for it, with `CANCELLED`. */
  signal?: AbortSignal | undefined;
  /** Called whenever some of the answer of `json` arrives. */
  heard?: (() => void) | undefined;
}

export function isRepeatable({ method, repeatable }: ApiRequest): boolean {
  return repeatable ?? method === "GET";
}

/** A file on its way into kintone. */
export interface Upload {
  name: string;
  /** The file's MIME type is the Blob's `type`. */
  data: Blob;
  guestSpaceId?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Access to one kintone domain. Every method rejects with a `BackupError` that carries kintone's own answer when there
 * was one. Retrying, pacing, counting and cancelling are decorators: functions from a `Connection` to a `Connection`.
 */
export interface Connection {
  /** The parsed body of a successful answer. */
  json<Answer>(request: ApiRequest): Promise<Answer>;
  /** The bytes of a successful answer. The stream errors with `NETWORK` when the transfer breaks or ends early. */
  stream(request: ApiRequest): Promise<ReadableStream<Uint8Array>>;
  /**
   * Resolves to the key that attaches the file to a record. The key is good for three days, and not for downloading
   * (cybozu.dev upload-file).
   */
  upload(file: Upload): Promise<string>;
}
