import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { drain } from "./drain";
import { neededRequests } from "./needed-requests";

it("asks for each setting, page, file and version once, and for the versions last", () => {
  const apps = [
    { appId: "7", records: 1001, files: [{ fileKey: "KEY", size: 3 }] },
    { appId: "8", records: 0, files: [] },
  ];
  const { readings, versions } = neededRequests(apps);
  const queries = (list: string[]) =>
    list
      .filter((url) => url.includes("/records.json"))
      .map((url) => new URL(url, "http://k").searchParams.get("query"));
  const pages = [
    "$id > 0 and $id <= 500 order by $id asc limit 500",
    "$id > 500 and $id <= 1000 order by $id asc limit 500",
    "$id > 1000 and $id <= 1500 order by $id asc limit 500",
  ];
  expect(queries(readings)).toEqual(pages);
  expect(queries(versions)).toEqual(pages);
  expect(versions.every((url) => decodeURIComponent(url).includes("fields[1]=$revision"))).toBe(true);
  expect(readings).toContain("/k/v1/file.json?fileKey=KEY");
  expect(readings).toContain("/k/v1/app/form/fields.json?app=8&lang=default");
  expect(new Set(readings).size).toBe(readings.length);
});

it("has as many in flight as it may, one list after the other, and takes nothing but success", async () => {
  const seen: string[] = [];
  let [running, most] = [0, 0];
  const server = createServer((request, response) => {
    most = Math.max(most, (running += 1));
    seen.push(request.url ?? "");
    setTimeout(() => {
      running -= 1;
      response.writeHead(request.url === "/bad" ? 503 : 200).end("x".repeat(1000));
    }, 10);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const at = (path: string) => `http://localhost:${(server.address() as AddressInfo).port}${path}`;
  const first = Array.from({ length: 12 }, (_, index) => at(`/first-${index}`));
  const second = [at("/second")];
  expect(await drain({ lists: [first, second], atOnce: 4, headers: {} })).toBeGreaterThan(0.03);
  expect(most).toBe(4);
  expect(seen).toHaveLength(13);
  expect(seen.at(-1)).toBe("/second");
  await expect(drain({ lists: [[at("/bad")]], atOnce: 2, headers: {} })).rejects.toThrow("503");
  server.close();
});
