import type { Assumption } from "../assumption";

/** What requests that only read can tell. */
export const OF_REQUESTS = [
  {
    id: "concurrency-headers",
    assumed: "Answers have the headers X-ConcurrencyLimit-Limit and X-ConcurrencyLimit-Running.",
    otherwise: "A run does not see how busy the domain is, and slows down only when kintone refuses requests.",
    source: "cybozu.dev get-concurrency-limit, concurrent-connection-limit-reason",
    reliedOnBy: ["src/kintone/connection/domain-load.ts"],
  },
  {
    id: "post-that-says-get",
    assumed: "A POST with X-HTTP-Method-Override: GET is answered like a GET.",
    otherwise: "Nothing can be read in a browser, nor with long conditions. No backup is possible.",
    source: "cybozu.dev kintone-rest-api-overview; @kintone/rest-api-client",
    reliedOnBy: ["src/kintone/connection/http-connection.ts"],
  },
  {
    id: "files-by-post",
    assumed: "A file is not given to a POST that says GET, so files are asked for by plain GETs.",
    otherwise: "Files could be asked for with the session's token, too; they need not be confirmed every ten seconds.",
    source: "no source",
    reliedOnBy: ["src/kintone/connection/http-connection.ts", "test/emulator/rest/router.ts"],
  },
  {
    id: "users-by-post",
    assumed: "The User API does not take a POST that says GET, so it is asked by plain GETs.",
    otherwise: "It could be asked with the session's token, too. Nothing is wrong.",
    source: "no source",
    reliedOnBy: ["src/kintone/connection/http-connection.ts", "test/emulator/rest/user-api.ts"],
  },
  {
    id: "lab-endpoint-off",
    assumed:
      "An endpoint of the API Lab that is off answers with a 404 that is no JSON, or with a refusal other than CB_IL02.",
    otherwise:
      "Each backup of this domain ends as incomplete for the tree of categories or the configurations of plug-ins.",
    source: "cybozu.dev api-lab/rest-api (says nothing of it)",
    reliedOnBy: [
      "src/domain/under-consideration.ts",
      "src/kintone/connection/verdict.ts",
      "test/emulator/rest/router.ts",
    ],
  },
  {
    id: "file-headers",
    assumed: "An attachment comes uncompressed, and its Content-Length is the size that the record tells.",
    otherwise:
      "A download that ends early is only found by the size in the record; lengths of encoded answers are ignored.",
    source: "no source",
    reliedOnBy: ["src/kintone/connection/http-connection.ts", "test/emulator/rest/files.ts"],
  },
  {
    id: "file-ranges",
    assumed: "Files are given as a whole, whatever Range asks for.",
    otherwise: "A download that broke off could go on where it ended, instead of being read from its beginning.",
    source: "no source",
    reliedOnBy: ["src/kintone/connection/resuming.ts", "test/emulator/rest/files.ts"],
  },
  {
    id: "space-not-found",
    assumed: "A space that does not exist is refused with GAIA_SP01.",
    otherwise: "Only the local kintone answers in another way than kintone.",
    source: "no source",
    reliedOnBy: ["test/emulator/rest/spaces.ts"],
  },
  {
    id: "not-in-guest-space",
    assumed: "An app that is asked for below a guest space that it is not in is refused with 400 GAIA_IL25.",
    otherwise: "A target with a wrong guest space is told in more general words.",
    source: "public clients treat it as the counterpart of GAIA_IL23",
    reliedOnBy: ["test/emulator/errors/apps.ts"],
  },
  {
    id: "unknown-function",
    assumed: "A condition with a function that the field's type does not know is refused with 400 CB_VA01.",
    otherwise: "A wrong condition of a target is told in other words.",
    source: "no source",
    reliedOnBy: ["test/emulator/query/match.ts"],
  },
  {
    id: "illegal-request",
    assumed: "A body that is not sent as JSON is refused with 400 CB_IL02.",
    otherwise: "Only the local kintone answers in another way than kintone.",
    source: "SonicGarden/kintone-emulator (the code)",
    reliedOnBy: ["test/emulator/errors/requests.ts"],
  },
  {
    id: "broken-json",
    assumed: "A body that is no JSON is refused with 400 CB_IJ01.",
    otherwise: "Only the local kintone answers in another way than kintone.",
    source: "SonicGarden/kintone-emulator (the code)",
    reliedOnBy: ["test/emulator/errors/requests.ts"],
  },
  {
    id: "password-before-token",
    assumed: "Where both are sent, the password counts and not the API token.",
    otherwise: "The command sends never both, so nothing is wrong; only the local kintone differs.",
    source: "README of @kintone/cli (the order of its options)",
    reliedOnBy: ["test/emulator/access/authenticate.ts"],
  },
  {
    id: "token-cannot-run",
    assumed: "An API that is closed to API tokens refuses them with 403 GAIA_NO01.",
    otherwise: "What a token may not do is told in other words.",
    source: "cli-kintone (the code)",
    reliedOnBy: ["test/emulator/errors/requests.ts"],
  },
  {
    id: "users-by-token",
    assumed: "The User API refuses kintone's API tokens.",
    otherwise: "Only the local kintone answers in another way than kintone.",
    source: "no source",
    reliedOnBy: ["test/emulator/rest/user-api.ts"],
  },
] as const satisfies readonly Assumption[];
