import { afterEach, describe, expect, test } from "vitest";
import { s3Client } from "../../src/destinations/s3/client";
import { createS3Destination, type S3Options } from "../../src/destinations/s3/destination";
import { fileNameOf, objectName } from "../../src/destinations/s3/object-name";
import { lookedIntoContract } from "../contracts/looked-into";
import { outgoingVolume } from "../contracts/outgoing-volume";
import { BUCKET, KEYS, type S3Manner, startS3 } from "../s3/server";

const stores: Array<Awaited<ReturnType<typeof startS3>>> = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function bucket(manner: S3Manner = {}, options: S3Options = {}, keys = KEYS, name = BUCKET) {
  const store = await startS3(manner);
  stores.push(store);
  const ask = s3Client({ bucket: name, endpoint: store.endpoint, region: "jp-north-1" }, async () => keys, [1, 1]);
  const prefix = options.prefix === undefined ? "" : `${options.prefix}/`;
  return {
    store,
    destination: createS3Destination(ask, options),
    names: async () => [...store.objects.keys()].map((key) => fileNameOf(key.slice(prefix.length))),
    read: async (file: string) => store.objects.get(prefix + objectName(file))!.bytes,
  };
}

lookedIntoContract("a bucket", () => bucket({}, { prefix: "kintone/daily" }));
lookedIntoContract("a bucket that is filled in parts, of a store without conditions", () =>
  bucket({ ignoresConditions: true }, { part: 1000 }),
);

const parts = [Array<number>(1500).fill(7), Array<number>(900).fill(8)];

describe("a bucket", () => {
  test("has only plain letters in its keys, whatever the archive is called", async () => {
    const { destination, store } = await bucket({}, { prefix: "kintone" });
    await destination.deliver(await outgoingVolume("品質 #1!.zip", [1]));
    expect([...store.objects.keys()]).toEqual(["kintone/!e5!93!81!e8!b3!aa!20!231!21.zip"]);
    expect(await destination.list()).toEqual([{ name: "品質 #1!.zip", size: 1 }]);
    store.objects.set("kintone/somebody's 100% & more", { bytes: Buffer.from("x"), modified: new Date(), headers: {} });
    expect((await destination.list()).map(({ name }) => name)).toContain("somebody's 100% & more");
  });

  test.each(["PUT", "POST"])("has a volume once when the answer to a %s is lost", async (lost) => {
    let isLost = false;
    const losesAnswer = (method: string, url: string) => {
      if (isLost || method !== lost || (lost === "POST" && !url.includes("uploadId="))) return false;
      isLost = true;
      return true;
    };
    const { destination, store } = await bucket({ losesAnswer }, lost === "POST" ? { part: 1000 } : {});
    await destination.deliver(await outgoingVolume("a.zip", ...parts));
    expect(isLost).toBe(true);
    expect([...store.objects.keys()]).toEqual(["a.zip"]);
    expect(store.uploads.size).toBe(0);
    expect(store.objects.get("a.zip")?.bytes.length).toBe(2400);
  });

  test("has no parts left of an upload whose process was killed, once the volume is delivered", async () => {
    const { destination, store } = await bucket({}, { part: 1000 });
    store.uploads.set("left", { key: "a.zip", headers: {}, parts: new Map() });
    store.uploads.set("another's", { key: "a.zip.part", headers: {}, parts: new Map() });
    await destination.deliver(await outgoingVolume("a.zip", ...parts));
    expect([...store.uploads.keys()]).toEqual(["another's"]);
  });

  test.each<[string, S3Manner, object]>([
    ["a clock that is another", { clockAhead: 20 }, { code: "DELIVERY_FAILED", facts: { refusal: "clock" } }],
    ["a quota", { quota: 1 }, { code: "NO_SPACE", facts: { path: "a.zip" } }],
  ])("says what is wrong with %s", async (_what, manner, error) => {
    const { destination } = await bucket(manner);
    await expect(destination.deliver(await outgoingVolume("a.zip", ...parts))).rejects.toMatchObject(error);
  });

  test("says what is wrong with keys, with the bucket's name, and with an address", async () => {
    const listed = async (keys: typeof KEYS, name?: string) => (await bucket({}, {}, keys, name)).destination.list();
    const wrong = { facts: { refusal: "wrong-keys" } };
    await expect(listed({ ...KEYS, secretAccessKey: "x" })).rejects.toMatchObject(wrong);
    await expect(listed({ ...KEYS, accessKeyId: "x" })).rejects.toMatchObject(wrong);
    await expect(listed(KEYS, "other")).rejects.toMatchObject({ facts: { refusal: "no-bucket" } });
    const nowhere = { bucket: BUCKET, endpoint: "http://127.0.0.1:9", region: "x" };
    const gone = createS3Destination(
      s3Client(nowhere, async () => KEYS, []),
      {},
    );
    await expect(gone.list()).rejects.toMatchObject({ facts: { refusal: "not-reached" } });
  });

  test.each([10_000, 1000])("locks a volume so that nobody removes it (parts of %d)", async (part) => {
    const lock = { mode: "compliance", days: 30 } as const;
    const { destination, store } = await bucket({ locks: true }, { lock, part });
    await destination.deliver(await outgoingVolume("a.zip", ...parts));
    const until = Date.parse(store.objects.get("a.zip")?.headers["x-amz-object-lock-retain-until-date"] ?? "");
    expect(Math.round((until - Date.now()) / 86_400_000)).toBe(30);
    await expect(destination.remove("a.zip")).rejects.toMatchObject({ facts: { path: "a.zip", refusal: "denied" } });
    expect(await destination.list()).toHaveLength(1);
  });

  test("without locks takes nothing that is to be locked, and says so", async () => {
    const { destination } = await bucket({}, { lock: { mode: "governance", days: 1 } });
    await expect(destination.deliver(await outgoingVolume("a.zip", [1]))).rejects.toMatchObject({
      facts: { refusal: "no-lock" },
    });
    expect(await destination.list()).toEqual([]);
  });
});
