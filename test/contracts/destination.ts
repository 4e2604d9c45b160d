import { describe, expect, test } from "vitest";
import type { Destination } from "../../src/domain/destination";
import { outgoingVolume as volume } from "./outgoing-volume";

export interface Place {
  destination: Destination;
  /** The names there are in that place now, unfinished ones too. */
  names(): Promise<string[]>;
  read(name: string): Promise<Uint8Array>;
}

/** What every destination promises. Those that can be looked into promise more: `looked-into.ts`. */
export function destinationContract(name: string, create: () => Promise<Place>): void {
  describe(`${name} keeps the contract of a destination`, () => {
    test("a delivered volume is there under its name, whole", async () => {
      const place = await create();
      await place.destination.deliver(await volume("backup_20261123_030000.zip", [1, 2], [3]));
      expect(await place.names()).toEqual(["backup_20261123_030000.zip"]);
      expect([...(await place.read("backup_20261123_030000.zip"))]).toEqual([1, 2, 3]);
    });

    test("a delivered volume can be read where it lies, or nobody says that it can", async () => {
      const { destination } = await create();
      await destination.deliver(await volume("品質記録.zip", [1, 2], [3]));
      const read: number[] = [];
      for await (const chunk of destination.read?.("品質記録.zip") ?? []) read.push(...chunk);
      expect(read).toEqual(destination.read ? [1, 2, 3] : []);
    });

    test("the volumes of one run lie side by side", async () => {
      const place = await create();
      await place.destination.deliver(await volume("品質記録.zip", [1]));
      await place.destination.deliver(await volume("品質記録.part02.zip", [2]));
      expect((await place.names()).sort()).toEqual(["品質記録.part02.zip", "品質記録.zip"]);
    });

    test("a volume of many chunks, and one without a byte, arrive as they are", async () => {
      const place = await create();
      const chunks = Array.from({ length: 40 }, (_, index) => Array<number>(50_000).fill(index));
      const large = await volume("large.zip", ...chunks);
      const empty = await volume("empty.zip");
      // At the same time, as nobody forbids it.
      await Promise.all([place.destination.deliver(large), place.destination.deliver(empty)]);
      const read = await place.read("large.zip");
      expect(read.length).toBe(2_000_000);
      expect(read.findIndex((byte, at) => byte !== Math.floor(at / 50_000))).toBe(-1);
      expect((await place.read("empty.zip")).length).toBe(0);
    });

    test("what was delivered is left to whoever made it", async () => {
      const place = await create();
      const outgoing = await volume("a.zip", [1, 2, 3]);
      await place.destination.deliver(outgoing);
      expect([...(await outgoing.file.bytes(0, 3))]).toEqual([1, 2, 3]);
    });

    describe("a claim", () => {
      const stamped = "品質記録_20261123_030000";
      const names = [stamped, `${stamped}-4f9a1c`];
      const claimed = ({ destination }: Place, owner: string, again?: string) =>
        destination.claim({ owner, names: [stamped, `${stamped}-${owner}`], again });

      test("is one of the names that were asked for, and leaves nothing that looks like an archive", async () => {
        const place = await create();
        const claim = await place.destination.claim({ owner: "run-1", names });
        expect(names).toContain(claim.name);
        expect((await place.names()).filter((found) => !found.startsWith(".") || found.endsWith(".zip"))).toEqual([]);
        await place.destination.deliver(await volume(`${claim.name}.zip`, [1]));
        await place.destination.deliver(await volume(`${claim.name}.part02.zip`, [2]));
        await claim.release();
        expect((await place.names()).sort()).toEqual([`${claim.name}.part02.zip`, `${claim.name}.zip`]);
      });

      test("gives everybody another name, at the same time too", async () => {
        const place = await create();
        const owners = ["aaaaaa", "bbbbbb", "cccccc", "dddddd"];
        const claims = await Promise.all(owners.map((owner) => claimed(place, owner)));
        expect(new Set(claims.map((claim) => claim.name)).size).toBe(owners.length);
        for (const claim of claims) await claim.release();
        expect(await place.names()).toEqual([]);
      });

      test("is not of a name under which anything lies, in capitals or not, be it only the second volume", async () => {
        for (const suffix of [".zip", ".part02.zip", ".ZIP"]) {
          const place = await create();
          const earlier = await claimed(place, "aaaaaa");
          await place.destination.deliver(await volume(`${earlier.name}${suffix}`, [1]));
          await earlier.release();
          expect((await claimed(place, "bbbbbb")).name).not.toBe(earlier.name);
        }
      });

      test("of a run that was broken off is its own again, whether volumes lie there by now or not", async () => {
        const place = await create();
        const before = await claimed(place, "aaaaaa");
        expect((await claimed(place, "aaaaaa")).name).toBe(before.name);
        await place.destination.deliver(await volume(`${before.name}.zip`, [1]));
        const after = await claimed(place, "aaaaaa", before.name);
        expect(after.name).toBe(before.name);
        await after.release();
        expect(await place.names()).toEqual([`${before.name}.zip`]);
        // After it was released, too: the process may have ended right then.
        expect((await claimed(place, "aaaaaa", before.name)).name).toBe(before.name);
      });

      test("that is released leaves the name to others, and can be released again", async () => {
        const place = await create();
        const first = await place.destination.claim({ owner: "run-1", names });
        await first.release();
        await first.release();
        expect((await place.destination.claim({ owner: "run-2", names })).name).toBe(first.name);
      });
    });

    test("a volume that cannot be read to its end leaves nothing behind, and can be delivered when it can", async () => {
      const place = await create();
      const whole = await volume("品質記録.zip", [1, 2, 3]);
      const broken = { ...whole, file: { ...whole.file, stream: breakingOff } };
      await expect(place.destination.deliver(broken)).rejects.toMatchObject({
        name: "BackupError",
        code: "DELIVERY_FAILED",
        facts: { path: "品質記録.zip" },
      });
      expect(await place.names()).toEqual([]);
      await place.destination.deliver(whole);
      expect([...(await place.read("品質記録.zip"))]).toEqual([1, 2, 3]);
    });
  });
}

function breakingOff(): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(Uint8Array.from([1]));
    },
    pull(controller) {
      controller.error(new Error("the disk cannot be read"));
    },
  });
}
