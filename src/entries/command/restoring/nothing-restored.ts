/** Why nothing is written, in words. */
export class NothingRestored extends Error {}
