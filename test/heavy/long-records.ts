/** Of 66 KB each: 4.5 GiB of them as JSON lines, and as many as CSV. A zip without zip64 holds less than 4 GiB. */
export const LONG_RECORDS = 73_000;

/** Of a megabyte each, and as many as a page has. */
export const LONG_RECORDS_OF_A_PAGE = { appId: 2, records: 500, bytes: 1_000_000 };
export const LONGER_RECORDS = { appId: 1, records: 560, bytes: 1_100_000 };

/** Of one record, as long as they may be: 590 MB. */
export const COMMENTS = { appId: 3, comments: 3000, letters: 65_535 };
