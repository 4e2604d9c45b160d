import type { Request } from "playwright-core";

/** What a request does in kintone: a POST may say that it is a GET (cybozu.dev kintone-rest-api-overview), which only reads. */
export function meantMethod(request: Request): string {
  return request.headers()["x-http-method-override"] ?? request.method();
}
