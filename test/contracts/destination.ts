import { describe, expect, test } from "vitest";
import type { Destination, OutgoingVolume } from "../../src/domain/destination";
import { createMemoryWorkspace } from "../../src/workspace/memory";

export interface Place {
  destination: Destination;
  /** The names there are in that place now, unfinished ones too. */
  names(): Promise<string[]>;
  read(name: string): Promise<Uint8Array>;
}

async function volume(name: string, ...chunks: number[][]): Promise<OutgoingVolume> {
  const writer = await createMemoryWorkspace().create("volume");
  for (const chunk of chunks) await writer.write(Uint8Array.from(chunk));
  return { name, file: await writer.close() };
}

/** What every destination promises whose content can be looked at. */
export function destinationContract(name: string, create: () => Promise<Place>): void {
  describe(`${name} keeps the contract of a destination`, () => {
    test("a delivered volume is there under its name, whole", async () => {
      const place = await create();
      await place.destination.deliver(await volume("backup_20261123_030000.zip", [1, 2], [3]));
      expect(await place.names()).toEqual(["backup_20261123_030000.zip"]);
      expect([...(await place.read("backup_20261123_030000.zip"))]).toEqual([1, 2, 3]);
    });

    test("the volumes of one run lie side by side", async () => {
      const place = await create();
      await place.destination.deliver(await volume("品質記録.zip", [1]));
      await place.destination.deliver(await volume("品質記録.part02.zip", [2]));
      expect((await place.names()).sort()).toEqual(["品質記録.part02.zip", "品質記録.zip"]);
    });

    test("a volume that cannot be read to its end leaves nothing behind", async () => {
      const place = await create();
      const broken = await volume("broken.zip", [1, 2, 3]);
      const file = {
        ...broken.file,
        stream: () =>
          new ReadableStream<Uint8Array>({
            start(controller) {
              controller.enqueue(Uint8Array.from([1]));
            },
            pull(controller) {
              controller.error(new Error("the disk cannot be read"));
            },
          }),
      };
      await expect(place.destination.deliver({ name: "broken.zip", file })).rejects.toMatchObject({
        code: "DELIVERY_FAILED",
        facts: { path: "broken.zip" },
      });
      expect(await place.names()).toEqual([]);
    });
  });
}
