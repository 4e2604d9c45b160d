import type { Destination } from "../domain/destination";
import { type FailedPlace, storageError } from "../domain/storage-error";
import type { Workspace } from "../domain/workspace";
import type { RunParts } from "./run-context";

/**
 * The parts of a run with places that answer for themselves: whatever they throw, of whatever name, is their error and no
 * unexpected one. It would be met again for every file of every app.
 */
export function answeringPlaces<Parts extends RunParts>(parts: Parts): Parts {
  return {
    ...parts,
    workspace: answeringWorkspace(parts.workspace),
    places: parts.places.map((place) => ({ ...place, destination: answeringDestination(place.destination) })),
  };
}

function answeringWorkspace(workspace: Workspace): Workspace {
  const ofWorkspace = as("WORKSPACE_FAILED");
  return {
    async create(name) {
      const writer = await ofWorkspace(() => workspace.create(name));
      return {
        isLasting: writer.isLasting,
        write: (chunk) => ofWorkspace(() => writer.write(chunk)),
        close: () => ofWorkspace(() => writer.close()),
        discard: () => ofWorkspace(() => writer.discard()),
      };
    },
    remove: (name) => ofWorkspace(() => workspace.remove(name)),
    clear: () => ofWorkspace(() => workspace.clear()),
  };
}

function answeringDestination(destination: Destination): Destination {
  const ofDestination = as("DELIVERY_FAILED");
  return {
    ...destination,
    claim: (request) => ofDestination(() => destination.claim(request)),
    deliver: (volume, signal) => ofDestination(() => destination.deliver(volume, signal), { path: volume.name }),
  };
}

function as(place: FailedPlace) {
  return async <Result>(work: () => Promise<Result>, facts = {}): Promise<Result> => {
    try {
      return await work();
    } catch (thrown) {
      throw storageError(thrown, place, facts);
    }
  };
}
