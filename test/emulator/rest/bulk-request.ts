import { KintoneError } from "../errors/kintone-error";
import { illegalRequest, invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { BulkError } from "./bulk-error";
import { post } from "./endpoint";
import type { Endpoint } from "./endpoint";
import { Parameters } from "./parameters";

const maxRequests = 20;

/** Runs requests in order; when one fails, none has happened. */
export function bulkRequest(endpoints: Endpoint[]): Endpoint {
  const allowed = new Map(
    endpoints.filter(({ bulk }) => bulk).map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]),
  );
  return post("bulkRequest.json", (call) => {
    const requests = call.parameters.objects("requests", maxRequests);
    const results = call.domain.transaction.run(() =>
      requests.map(({ parameters, path }, index) => {
        try {
          const method = parameters.text("method");
          const endpoint = allowed.get(`${method} ${pathOf(parameters.text("api"), call.guestSpaceId)}`);
          if (!endpoint) throw invalidParameter(`${path}.api`, sentences.notInEnum);
          return endpoint.handle(call.with(new Parameters(parameters.object("payload"))));
        } catch (error) {
          if (error instanceof KintoneError) throw new BulkError(error, index, requests.length);
          throw error;
        }
      }),
    );
    return { results };
  });
}

/** All apps of one bulkRequest are in the same guest space, or in none. */
function pathOf(api: string, guestSpaceId: number | undefined): string {
  const prefix = guestSpaceId === undefined ? "/k/v1/" : `/k/guest/${guestSpaceId}/v1/`;
  if (!api.startsWith(prefix)) throw illegalRequest();
  return api.slice(prefix.length);
}
