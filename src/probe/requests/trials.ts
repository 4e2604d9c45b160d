import type { OfRequests } from "../assumptions";
import type { Finding } from "../finding";
import { concurrencyHeaders } from "./concurrency";
import { fileHeaders, fileRanges, filesByPost } from "./files";
import { labEndpointOff } from "./lab";
import { passwordBeforeToken, tokenCannotRun, usersByToken } from "./log-ins";
import { postThatSaysGet, usersByPost } from "./override";
import type { ReadingPlace } from "./reading-place";
import { brokenJson, illegalRequest, notInGuestSpace, spaceNotFound, unknownFunction } from "./refusals";

/** Each sends requests that read, and no other. */
export const REQUEST_TRIALS: Readonly<Record<OfRequests, (place: ReadingPlace) => Promise<Finding>>> = {
  "concurrency-headers": concurrencyHeaders,
  "post-that-says-get": postThatSaysGet,
  "files-by-post": filesByPost,
  "users-by-post": usersByPost,
  "lab-endpoint-off": labEndpointOff,
  "file-headers": fileHeaders,
  "file-ranges": fileRanges,
  "space-not-found": spaceNotFound,
  "not-in-guest-space": notInGuestSpace,
  "unknown-function": unknownFunction,
  "illegal-request": illegalRequest,
  "broken-json": brokenJson,
  "password-before-token": passwordBeforeToken,
  "token-cannot-run": tokenCannotRun,
  "users-by-token": usersByToken,
};
