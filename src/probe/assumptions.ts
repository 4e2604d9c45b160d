import { BY_HAND } from "./assumptions/by-hand";
import { OF_PAGES } from "./assumptions/of-pages";
import { OF_QUERIES } from "./assumptions/of-queries";
import { OF_REQUESTS } from "./assumptions/of-requests";
import { OF_WRITING } from "./assumptions/of-writing";

/** All that is taken for true of kintone without having been seen there; what can be tried first, in the order of trying. */
export const ASSUMPTIONS = [...OF_REQUESTS, ...OF_PAGES, ...OF_WRITING, ...BY_HAND, ...OF_QUERIES] as const;

export type OfRequests = (typeof OF_REQUESTS)[number]["id"];
export type OfPages = (typeof OF_PAGES)[number]["id"];
export type OfWriting = (typeof OF_WRITING)[number]["id"];
/** What there is a trial for, in one place or another. */
export type TriedId = OfRequests | OfPages | OfWriting;
