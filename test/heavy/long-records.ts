/** Of 66 KB each: 4.5 GiB of them as JSON lines, and as many as CSV. A zip without zip64 holds less than 4 GiB. */
export const LONG_RECORDS = 73_000;
