import type { AssumptionByHand } from "../assumption";

const OTHER_RECORDS = "A condition that is evaluated on an archive finds other records than kintone would.";
const COMPARE =
  "In an app with such records, compare what kintone finds by the condition with what the archive of it gives.";

/** How kintone reads conditions, as far as its documentation says nothing: an archive is asked in the same language. */
export const OF_QUERIES = [
  {
    id: "order-without-word",
    assumed: "order by without a word is ascending.",
    otherwise: OTHER_RECORDS,
    source: "cybozu.dev query (says nothing of it)",
    reliedOnBy: ["src/query/parse-query.ts"],
    byHand: COMPARE,
  },
  {
    id: "and-before-or",
    assumed: "and binds tighter than or.",
    otherwise: OTHER_RECORDS,
    source: "cybozu.dev query (mixes them with parentheses only)",
    reliedOnBy: ["src/query/parse-condition.ts"],
    byHand: COMPARE,
  },
  {
    id: "escapes-in-queries",
    assumed:
      "A backslash before r means a carriage return, and before anything else that is not documented it is refused.",
    otherwise: OTHER_RECORDS,
    source: "SonicGarden/kintone-emulator (of other escapes)",
    reliedOnBy: ["src/query/tokens.ts"],
    byHand: COMPARE,
  },
  {
    id: "pieces-of-texts",
    assumed: "All signs separate words, and small and large kana, accents and old forms stay different.",
    otherwise: OTHER_RECORDS,
    source: "cybozu.dev query (says nothing of it)",
    reliedOnBy: ["src/query/values/words.ts"],
    byHand: COMPARE,
  },
  {
    id: "calculated-times-in-queries",
    assumed: "A calculated date or time is compared as a number.",
    otherwise: OTHER_RECORDS,
    source: "no source",
    reliedOnBy: ["src/query/values/number-test.ts"],
    byHand: COMPARE,
  },
  {
    id: "case-of-texts",
    assumed: "In texts of one line, capitals and full-width letters differ from small and half-width ones.",
    otherwise: OTHER_RECORDS,
    source: "no source",
    reliedOnBy: ["src/query/values/text-test.ts"],
    byHand: COMPARE,
  },
  {
    id: "nobody-in-queries",
    assumed: "An empty code among people means nobody.",
    otherwise: OTHER_RECORDS,
    source: "options do so",
    reliedOnBy: ["src/query/values/choice-test.ts"],
    byHand: COMPARE,
  },
  {
    id: "empty-moments",
    assumed: "An empty date or time is neither before nor after anything, and has no order to compare with.",
    otherwise: OTHER_RECORDS,
    source: "measured for numbers",
    reliedOnBy: ["src/query/values/value-test.ts", "src/query/moments/moment-test.ts"],
    byHand: COMPARE,
  },
  {
    id: "keywords-of-searches",
    assumed:
      "All keywords must be there, in any order, each by its parts, and a rich text is searched without its markup.",
    otherwise: OTHER_RECORDS,
    source: "cybozu.dev query (says nothing of it)",
    reliedOnBy: ["src/query/values/word-test.ts"],
    byHand: COMPARE,
  },
  {
    id: "empty-markup",
    assumed: "A rich text of nothing but markup is empty.",
    otherwise: OTHER_RECORDS,
    source: "cybozu.dev query (says nothing of it)",
    reliedOnBy: ["src/query/values/word-test.ts"],
    byHand: COMPARE,
  },
  {
    id: "spans-in-time-zone",
    assumed: "Weeks, months and years are those of where the user lives.",
    otherwise: OTHER_RECORDS,
    source: "measured for days",
    reliedOnBy: ["src/query/moments/moment-test.ts"],
    byHand: COMPARE,
  },
  {
    id: "exact-instants",
    assumed: "Instants are compared to the second and less.",
    otherwise: OTHER_RECORDS,
    source: "no source",
    reliedOnBy: ["src/query/moments/moment-test.ts"],
    byHand: COMPARE,
  },
  {
    id: "short-dates-in-queries",
    assumed: "A year or a month alone is no date in a condition.",
    otherwise: OTHER_RECORDS,
    source: "no source",
    reliedOnBy: ["src/query/moments/literals.ts"],
    byHand: COMPARE,
  },
] as const satisfies readonly AssumptionByHand[];
