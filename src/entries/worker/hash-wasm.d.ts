/** The one part of hash-wasm that is used, without its other thirty digests. */
declare module "hash-wasm/dist/sha256.umd.min.js" {
  import type { createSHA256 } from "hash-wasm";
  const part: { createSHA256: typeof createSHA256 };
  export default part;
}
