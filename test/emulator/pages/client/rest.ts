import type { PageData } from "../page-data";
import { apiUrl, bodyOf, send } from "./request";
import type { Method, Params } from "./request";

/** REST calls of the pages themselves; `kintone.api` is apart from it, for plugins. */
export interface Rest {
  /** @throws RestError */
  call<Answer>(path: string, method: Method, params: Params): Promise<Answer>;
  /** Sends a file to kintone's temporary area and gives its upload key. @throws RestError */
  upload(file: File): Promise<string>;
  /** Where a file of a record is downloaded from. */
  fileUrl(fileKey: string): string;
}

/** kintone's error answer. */
export class RestError extends Error {
  override readonly name = "RestError";
  readonly status: number;
  readonly code: string;
  readonly errors: Record<string, { messages: string[] }>;

  constructor(status: number, body: unknown) {
    const {
      code = "",
      message,
      errors = {},
    } = (typeof body === "object" && body !== null ? body : {}) as Partial<RestError>;
    super(message ?? `${status}: ${String(body).slice(0, 200)}`);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** `onSessionExpired` is called at every answer 401, before the call fails. */
export function createRest({ guestSpaceId, csrfToken }: PageData, onSessionExpired: () => void): Rest {
  async function answer<Answer>(response: Response): Promise<Answer> {
    const body = await bodyOf(response);
    if (response.status === 401) onSessionExpired();
    if (!response.ok) throw new RestError(response.status, body);
    return body as Answer;
  }
  return {
    call: async (path, method, params) => answer(await send(apiUrl(path, guestSpaceId), method, params, csrfToken)),
    async upload(file) {
      const form = new FormData();
      form.append("file", file, file.name);
      form.append("__REQUEST_TOKEN__", csrfToken);
      const response = await fetch(apiUrl("/k/v1/file", guestSpaceId), {
        method: "POST",
        headers: { "X-Requested-With": "XMLHttpRequest" },
        body: form,
      });
      return (await answer<{ fileKey: string }>(response)).fileKey;
    },
    fileUrl: (fileKey) => `${apiUrl("/k/v1/file", guestSpaceId)}?fileKey=${encodeURIComponent(fileKey)}`,
  };
}
