import type { DomainLoad } from "./pace";

/**
 * How busy the domain is, from the headers of its answers: every answer of the REST API has them, and a Worker, which has no
 * `kintone.api.getConcurrencyLimit()`, can read them (cybozu.dev get-concurrency-limit, concurrent-connection-limit-reason; not seen by us:
 * UNCONFIRMED(concurrency-headers)).
 *
 * @param send the `fetch` whose answers are looked at; use the returned one in its place
 */
export function createDomainLoad(send: typeof fetch): { fetch: typeof fetch; load: () => DomainLoad | undefined } {
  let latest: DomainLoad | undefined;
  return {
    async fetch(input, init) {
      const response = await send(input, init);
      const [limit, running] = ["Limit", "Running"].map((name) =>
        Number(response.headers.get(`X-ConcurrencyLimit-${name}`) ?? NaN),
      );
      if (limit && running !== undefined && !Number.isNaN(running)) latest = { limit, running };
      return response;
    },
    load: () => latest,
  };
}
