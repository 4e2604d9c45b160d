/** An app that a set has, by what is in it. */
export interface AppPlan {
  name: string;
  records: number;
  /** `wide` has twenty fields, `narrow` three. */
  form: "wide" | "narrow";
  /** Attached to the first records, one each; to all in turn when there are more files than records. */
  files?: { count: number; size: number };
  /** A table of up to three rows in each record, in which every second file hangs. */
  table?: boolean;
}

/** Work for a backup: some apps, the same in every run. */
export type SetPlan = readonly AppPlan[];

const KIB = 1000;
const MIB = 1000 * 1000;

const records = (count: number): SetPlan => [{ name: `記録 ${count}`, records: count, form: "wide" }];
const attachments = (count: number): SetPlan => [
  { name: `図面 ${count}`, records: count, form: "narrow", files: { count, size: 200 * KIB } },
];
const oneFile = (size: number): SetPlan => [
  { name: `映像 ${size}`, records: 1, form: "narrow", files: { count: 1, size } },
];

/** What is put into an empty app with the same fields, and that app. */
function restored(count: number, files: number) {
  const app = (name: string, own: Partial<AppPlan>): SetPlan => [
    { name, records: 0, form: "wide", files: { count: 0, size: 0 }, ...own },
  ];
  const size = 50 * KIB;
  return {
    restored: app(`戻す記録 ${count}`, { records: count, files: { count: files, size } }),
    "restored into": app("戻す先", {}),
    "restored files": app(`戻す図面 ${files}`, { records: files, files: { count: files, size } }),
    "restored files into": app("図面の戻す先", {}),
  };
}

/** Every second app has files, up to so many; every third a table, every fourth few fields. */
const mixed = (sizes: readonly number[], filesEach: number): SetPlan =>
  sizes.map((size, index) => {
    const files = index % 2 === 0 ? Math.min(size, filesEach) : 0;
    return {
      name: `混在 ${index + 1}`,
      records: size,
      form: index % 4 === 3 ? "narrow" : "wide",
      table: index % 3 === 0,
      ...(files > 0 && { files: { count: files, size: (10 + 40 * index) * KIB } }),
    };
  });

/** From many over one page and a little more to none; among them the sizes around a page's edge. */
const MIXED_SIZES = [
  12_000, 6000, 3000, 2000, 1500, 1001, 1000, 999, 700, 501, 500, 499, 300, 200, 120, 75, 40, 12, 1, 0,
];

const FULL = {
  empty: records(0),
  records: records(100_000),
  attachments: attachments(5000),
  mixed: mixed(MIXED_SIZES, 60),
  "records x 1": records(10_000),
  "records x 10": records(100_000),
  "attachments x 1": attachments(250),
  "attachments x 10": attachments(2500),
  "one file x 1": oneFile(100 * MIB),
  "one file x 10": oneFile(1000 * MIB),
  "growth x 1": records(10_000),
  "growth x 10": records(100_000),
  "growth x 100": records(1_000_000),
  ...restored(20_000, 500),
  "put back x 1": records(10_000),
  "put back x 20": records(200_000),
} satisfies Record<string, SetPlan>;

export type SetName = keyof typeof FULL;

/** So little that all parts end within seconds. */
const QUICK: Record<SetName, SetPlan> = {
  ...FULL,
  records: records(5000),
  attachments: attachments(40),
  mixed: mixed([1001, 499, 40], 12),
  "records x 1": records(1000),
  "records x 10": records(10_000),
  "attachments x 1": attachments(20),
  "attachments x 10": attachments(200),
  "growth x 1": records(1000),
  "growth x 10": records(10_000),
  ...restored(1000, 40),
  "put back x 1": records(1000),
  "put back x 20": records(20_000),
};

export const setPlans = (quick: boolean): Readonly<Record<SetName, SetPlan>> => (quick ? QUICK : FULL);
