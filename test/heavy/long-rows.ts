/** A page of 500 is 30 MB of JSON, and 1.8 GB of CSV. */
export const LONG_ROWS = { appId: 1, records: 500, letters: 20_000, rows: 60 };

/** One of them is a megabyte of JSON, and 300 MB of CSV. */
export const TEN_THOUSAND_ROWS = { appId: 2, records: 2, letters: 10_000, rows: 10_000 };
