import { createFolderDestination } from "../../destinations/folder";
import { createRcloneDestination } from "../../destinations/rclone/destination";
import type { OpenDestination, Place } from "../../domain/destination";
import type { CommandFile } from "../../settings/command-file";
import type { PlaceSettings } from "../../settings/places";

/** A place of this machine or of a storage; each can be looked into. */
export interface OpenPlace extends Place {
  readonly destination: OpenDestination;
}

/** The places of a file. What programs need on this machine lies in the folder that the command works in. */
export function placesOf({ places, folder }: CommandFile): readonly OpenPlace[] {
  return places.map((place) => ({ name: place.name, destination: destinationOf(place, folder) }));
}

function destinationOf(place: PlaceSettings, folder: string): OpenDestination {
  switch (place.kind) {
    case "folder":
      return createFolderDestination(place.path);
    case "rclone":
      return createRcloneDestination(place.remote, folder);
    case "s3":
      throw new Error("There is no S3 yet");
  }
}
