import { describe, expect, test } from "vitest";
import { cancelledByUser } from "../../src/domain/errors";
import type { OpenDestination, OutgoingVolume } from "../../src/domain/destination";
import { type Place, destinationContract } from "./destination";
import { outgoingVolume } from "./outgoing-volume";

interface PlaceLookedInto extends Place {
  destination: OpenDestination;
}

/** What every destination promises that can be looked into: beside what all promise, that nothing is overwritten, lost or told wrongly. */
export function lookedIntoContract(kind: string, create: () => Promise<PlaceLookedInto>): void {
  destinationContract(kind, create);

  describe(`${kind} can be looked into`, () => {
    const listed = async ({ destination }: PlaceLookedInto) =>
      (await destination.list()).toSorted((one, other) => (one.name < other.name ? -1 : 1));

    test("where nothing lies, nothing is listed", async () => {
      expect(await listed(await create())).toEqual([]);
    });

    test("what was delivered is listed with its size, without the claim beside it", async () => {
      const place = await create();
      const { name: claimed } = await place.destination.claim({ owner: "run-1", names: ["品質記録_20261123_030000"] });
      await place.destination.deliver(await outgoingVolume(`${claimed}.zip`, [1, 2], [3]));
      await place.destination.deliver(await outgoingVolume(`${claimed}.part02.zip`, [4]));
      expect(await listed(place)).toEqual([
        { name: `${claimed}.part02.zip`, size: 1 },
        { name: `${claimed}.zip`, size: 3 },
      ]);
    });

    test("one file is removed, and the others stay; once more is no mistake", async () => {
      const place = await create();
      await place.destination.deliver(await outgoingVolume("a.zip", [1]));
      await place.destination.deliver(await outgoingVolume("b.zip", [2]));
      for (let time = 0; time < 2; time += 1) await place.destination.remove("a.zip");
      expect(await listed(place)).toEqual([{ name: "b.zip", size: 1 }]);
      expect(await place.names()).toEqual(["b.zip"]);
    });

    test("there is nothing to remove where nothing lies", async () => {
      const place = await create();
      await place.destination.remove("a.zip");
      expect(await listed(place)).toEqual([]);
    });

    test("another file of the name is left as it is, of another size or of the same", async () => {
      const place = await create();
      await place.destination.deliver(await outgoingVolume("a.zip", [1, 2, 3]));
      for (const others of [[4, 5, 6], [4]]) {
        await expect(place.destination.deliver(await outgoingVolume("a.zip", others))).rejects.toMatchObject({
          code: "DELIVERY_FAILED",
          facts: { path: "a.zip", refusal: "taken" },
        });
      }
      expect([...(await place.read("a.zip"))]).toEqual([1, 2, 3]);
    });

    test("the very same volume may be delivered again, and is there once: the answer may have been lost", async () => {
      const place = await create();
      for (let time = 0; time < 2; time += 1) await place.destination.deliver(await outgoingVolume("a.zip", [1, 2]));
      expect(await listed(place)).toEqual([{ name: "a.zip", size: 2 }]);
      expect(await place.names()).toEqual(["a.zip"]);
    });

    test("a cancel leaves nothing half, and says that it was one", async () => {
      const place = await create();
      const cancelling = new AbortController();
      const outgoing = cancelledHalfway(await outgoingVolume("a.zip", [1, 2, 3]), cancelling);
      await expect(place.destination.deliver(outgoing, cancelling.signal)).rejects.toMatchObject({ code: "CANCELLED" });
      expect(await place.names()).toEqual([]);
      expect(await listed(place)).toEqual([]);
    });

    test("what is not there cannot be read, and what is there is read to its last byte", async () => {
      const { destination } = await create();
      const read = async (name: string) => {
        const bytes: number[] = [];
        for await (const chunk of destination.read(name)) bytes.push(...chunk);
        return bytes;
      };
      await destination.deliver(await outgoingVolume("a.zip", [1, 2], [3]));
      expect(await read("a.zip")).toEqual([1, 2, 3]);
      await expect(read("b.zip")).rejects.toThrow();
    });
  });
}

/** The user cancels when the place has had a look at the volume. */
function cancelledHalfway(outgoing: OutgoingVolume, cancelling: AbortController): OutgoingVolume {
  const cancel = () => cancelling.abort(cancelledByUser());
  const { file } = outgoing;
  return {
    ...outgoing,
    file: {
      ...file,
      stream: () =>
        file.stream().pipeThrough(
          new TransformStream<Uint8Array, Uint8Array>({
            transform(chunk, controller) {
              controller.enqueue(chunk);
              cancel();
            },
          }),
        ),
      bytes(start, end) {
        cancel();
        return file.bytes(start, end);
      },
    },
  };
}
