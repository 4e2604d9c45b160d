import type { OfPages } from "../assumptions";
import type { Finding } from "../finding";
import { compressionStream, privateFiles, webAssembly } from "./browser";
import type { PagePlace } from "./place";
import { contentSecurityPolicy } from "./policy";
import { course, tokenOfAnotherSession } from "./session";
import { synchronousHandles, workerFromBlob, workerFromOwnFile } from "./workers";

/** Each leaves nothing behind in the browser, and changes nothing in kintone. */
export const PAGE_TRIALS: Readonly<Record<OfPages, (place: PagePlace) => Promise<Finding>>> = {
  "worker-from-own-file": workerFromOwnFile,
  "worker-from-blob": workerFromBlob,
  "content-security-policy": contentSecurityPolicy,
  webassembly: webAssembly,
  "compression-stream": compressionStream,
  "private-files": privateFiles,
  "synchronous-handles": synchronousHandles,
  "token-of-another-session": tokenOfAnotherSession,
  course,
};
