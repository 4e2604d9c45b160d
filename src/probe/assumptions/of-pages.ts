import type { Assumption } from "../assumption";

/** What only a page of kintone can tell, in the browser and the session of who looks. */
export const OF_PAGES = [
  {
    id: "worker-from-own-file",
    assumed: "A Worker can be made of the plug-in's own file.",
    otherwise: "A Worker that loads it by a blob: URL takes its place.",
    source:
      "HTML: a Worker's script must be of the page's origin; from where kintone serves plug-ins is written nowhere",
    reliedOnBy: ["src/entries/worker/bundle-worker.ts"],
  },
  {
    id: "worker-from-blob",
    assumed: "A Worker can be made of a blob: URL, and load the plug-in's file.",
    otherwise:
      "Where no Worker can be made of the plug-in's own file either, a run works on the page, and cannot be resumed.",
    source: "no source",
    reliedOnBy: ["src/entries/worker/bundle-worker.ts"],
  },
  {
    id: "content-security-policy",
    assumed: "kintone's pages send no content security policy.",
    otherwise:
      "The policy is known now; whether it forbids what the plug-in needs is told by the rows about Workers and WebAssembly.",
    source: "no source",
    reliedOnBy: ["src/entries/worker/bundle-worker.ts", "test/emulator/pages/content-security-policy.ts"],
  },
  {
    id: "webassembly",
    assumed: "WebAssembly may be compiled on kintone's pages.",
    otherwise: "Digests of large files are computed by slower code.",
    source: "no source",
    reliedOnBy: ["src/entries/worker/browser-platform.ts"],
  },
  {
    id: "compression-stream",
    assumed: "What the browser compresses as deflate-raw can be read back on kintone's pages.",
    otherwise: "No archive can be packed in this browser.",
    source: "Compression Streams, in Chromium since 103",
    reliedOnBy: ["src/archive/bytes/platform.ts"],
  },
  {
    id: "private-files",
    assumed: "Files can be written and read in the browser's private file system of kintone's origin.",
    otherwise: "A run has no place for its files in this browser, and ends before it begins.",
    source: "File System standard; a policy of the company may forbid it",
    reliedOnBy: ["src/workspace/private-folders.ts"],
  },
  {
    id: "synchronous-handles",
    assumed: "A Worker gets synchronous handles for these files.",
    otherwise: "A run that was broken off cannot be resumed.",
    source: "File System standard",
    reliedOnBy: ["src/workspace/private-file-output.ts"],
  },
  {
    id: "token-of-another-session",
    assumed: "A request with a token that is not the session's is refused with CB_IL02.",
    otherwise: "When somebody else logs in in the same browser, a run may go on with their rights.",
    source: "@kintone/rest-api-client (the token); the code of public captures",
    reliedOnBy: ["src/kintone/connection/http-connection.ts", "src/kintone/connection/verdict.ts"],
  },
  {
    id: "course",
    assumed: "kintone.license.getSubscriptionPlan() tells STANDARD or WIDE.",
    otherwise: "The budget of requests is that of the Standard course, or of the settings.",
    source: "cybozu.dev js-api/license/get-course",
    reliedOnBy: ["src/kintone/pages/course-of-page.ts"],
  },
] as const satisfies readonly Assumption[];
