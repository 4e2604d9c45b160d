import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { s3Client } from "../../src/destinations/s3/client";
import { createS3Destination, type S3Options } from "../../src/destinations/s3/destination";
import { lookedIntoContract } from "../contracts/looked-into";
import { outgoingVolume } from "../contracts/outgoing-volume";
import { cephIsThere, startCeph } from "../s3/ceph";

const UP = 120_000;
/** S3 has no smaller parts but the last. */
const PART = 5 * 1024 * 1024;

/** A real server judges what the local one was made to say. */
describe.skipIf(!(await cephIsThere()))("a bucket of a real Ceph (skipped where radosgw is not installed)", () => {
  let ceph: Awaited<ReturnType<typeof startCeph>>;
  beforeAll(async () => {
    ceph = await startCeph();
  }, UP);
  afterAll(() => ceph?.close());

  const at = (bucket: string) =>
    s3Client({ bucket, endpoint: ceph.endpoint, region: "default" }, async () => ceph.keys, [200]);

  async function place(options: S3Options = {}, headers: Record<string, string> = {}) {
    const ask = at(`bucket-${randomUUID()}`);
    await ask({ method: "PUT", headers });
    const destination = createS3Destination(ask, { prefix: "kintone", ...options });
    return {
      destination,
      names: async () => (await destination.list()).map(({ name }) => name),
      read: async (name: string) => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of destination.read(name)) chunks.push(chunk);
        return Buffer.concat(chunks);
      },
    };
  }

  lookedIntoContract("a bucket of Ceph", place);

  test("takes a volume in parts, and never another of its name", async () => {
    const { destination, read, names } = await place({ part: PART });
    const chunks = Array.from({ length: 12 }, (_, index) => Array<number>(1024 * 1024).fill(index));
    const outgoing = await outgoingVolume("品質記録.zip", ...chunks);
    await destination.deliver(outgoing);
    const there = await read("品質記録.zip");
    expect([there.length, there.findIndex((byte, index) => byte !== Math.floor(index / 1024 / 1024))]).toEqual([
      12 * 1024 * 1024,
      -1,
    ]);
    const other = await outgoingVolume("品質記録.zip", ...chunks.toReversed());
    await expect(destination.deliver(other)).rejects.toMatchObject({ facts: { refusal: "taken" } });
    expect(await names()).toEqual(["品質記録.zip"]);
  });

  test("locks a volume, so that it is not to be removed", async () => {
    const lock = { mode: "compliance", days: 1 } as const;
    const { destination, names } = await place({ lock }, { "x-amz-bucket-object-lock-enabled": "true" });
    await destination.deliver(await outgoingVolume("a.zip", [1, 2, 3]));
    await expect(destination.remove("a.zip")).rejects.toMatchObject({ facts: { refusal: "denied" } });
    expect(await names()).toEqual(["a.zip"]);
  });

  test("tells what is wrong: a lock that there is not, a wrong secret, no such bucket", async () => {
    const { destination } = await place({ lock: { mode: "governance", days: 1 } });
    await expect(destination.deliver(await outgoingVolume("a.zip", [1]))).rejects.toMatchObject({
      facts: { refusal: "no-lock" },
    });
    await expect(createS3Destination(at("nowhere"), {}).list()).rejects.toMatchObject({
      facts: { refusal: "no-bucket" },
    });
    const wrong = { ...ceph.keys, secretAccessKey: "x" };
    const where = { bucket: "nowhere", endpoint: ceph.endpoint, region: "default" };
    await expect(
      createS3Destination(
        s3Client(where, async () => wrong, []),
        {},
      ).list(),
    ).rejects.toMatchObject({
      facts: { refusal: "wrong-keys" },
    });
  });
});
