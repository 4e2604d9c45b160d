/** What is said of places for archives, beside a run. */
export interface PlaceVerbMessages {
  /** Every archive of the last runs is at every place, as far as the history knows. */
  nothingMissing: string;
  /** An archive was brought to a place where it was missing. */
  delivered: (archive: string, place: string) => string;
  notDelivered: (archive: string, place: string, why: string) => string;
  /** No other place of the file has all of it as it was made. */
  nowhereWhole: string;
  /** A file was written there, read back and removed. */
  placeIsFine: (place: string) => string;
  placeFails: (place: string, why: string) => string;
}
