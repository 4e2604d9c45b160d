import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { ACCOUNT_HEADER } from "../kintone/account";
import { REQUESTS_AT_ONCE } from "../kintone/run-settings";
import type { Draining } from "../limit/drain";
import { neededRequests } from "../limit/needed-requests";
import { runNode } from "./child";
import type { Contestant } from "./contestant";

const LOOP = path.join(import.meta.dirname, "..", "limit", "process.ts");

/** The same requests, with the same number in flight, by a loop that does nothing with the answers. */
export const limitInNode = (baseUrl: string, folder: string): Contestant => ({
  name: "limit in Node",
  async run(apps) {
    const { readings, versions } = neededRequests(apps);
    const lists = [readings, versions].map((list) => list.map((address) => `${baseUrl}${address}`));
    const draining: Draining = { lists, atOnce: REQUESTS_AT_ONCE, headers: ACCOUNT_HEADER };
    const [todo, output] = [path.join(folder, "limit.json"), path.join(folder, "limit.out")];
    await writeFile(todo, JSON.stringify(draining));
    await runNode(["--import", "tsx", LOOP, todo], output);
    return { seconds: Number(await readFile(output, "utf8")) };
  },
});
