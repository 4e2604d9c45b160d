import type { PlaceVerbMessages } from "./messages";

export const placeVerbsEn: PlaceVerbMessages = {
  nothingMissing: "The history knows of no archive that is missing from one of these places.",
  delivered: (archive, place) => `${archive} is now saved in “${place}”, too.`,
  notDelivered: (archive, place, why) => `${archive} is still not saved in “${place}”: ${why}`,
  nowhereWhole: "None of the other places has all of it as it was made.",
  placeIsFine: (place) => `“${place}”: a file was written, read back and removed.`,
  placeFails: (place, why) => `“${place}”: ${why}`,
};
