import fc from "fast-check";

/** A file to attach. */
export interface GeneratedFile {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

/** What CSV, JSON and careless programs stumble over. */
const AWKWARD = [
  ..."*,\"';=-+@#&%$\\/<>|~^`?!: \t",
  ...[
    "\u00a0",
    "\u3000",
    "\u0000",
    "\u0007",
    "\u001b",
    "\u0085",
    "\u2028",
    "\u2029",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\ufffd",
  ],
  ...["漢", "ｶﾞ", "か\u3099", "葛\u{e0100}", "𠮷", "😀", "👨‍👩‍👧", "é", "e\u0301", "ß", "İ", "٣"],
  ...["a", "Z", "0", "007", "1e5", "null", "true", '""', "=1+1", "2026-11-20", "attachments/x"],
];
const LINE_BREAKS = ["\n", "\r\n", "\r", "\n\n"];

/** Halves of surrogate pairs are for exports alone: no file in UTF-8 brings them back. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...AWKWARD) },
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const joined = (pieces: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(pieces, { maxLength }).map((parts) => parts.join(""));
const long = fc
  .tuple(piece, fc.constantFrom("あ", "x", "😀", ',"'))
  .map(([start, unit]) => start + unit.repeat(10_000 / unit.length))
  .map((text) => text.slice(0, 10_000).replaceAll(/\p{Cs}/gu, "_"));

export const singleLine = fc
  .oneof(
    { weight: 3, arbitrary: fc.constant("") },
    { weight: 2, arbitrary: fc.constantFrom(...AWKWARD) },
    { weight: 8, arbitrary: joined(piece, 8) },
    { weight: 1, arbitrary: long },
  )
  .map((text) => text.replaceAll(/[\r\n]/g, " "));

export const multiLine = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("", "*", "\n", "\r", "\r\n", "a\rb", "\na", "a\n") },
  { weight: 8, arbitrary: joined(fc.oneof({ weight: 3, arbitrary: piece }, fc.constantFrom(...LINE_BREAKS)), 12) },
  { weight: 1, arbitrary: long },
);

export const halfASurrogatePair = fc.constantFrom("\ud83d", "a\udc00b", "\ude00\ud83d,");

export const richText = multiLine.map((text) => `<div>${text}</div>`);

/** Up to 20 digits before the point and 10 behind: no double holds them. The app's precision has to allow it. */
export const number = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom("", "0", "-1", "0.0000000001", "99999999999999999999.9999999999", "9007199254740993"),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom("", "-"),
        fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }),
        fc.bigInt({ min: 0n, max: 10n ** 10n - 1n }),
      )
      .map(([sign, whole, fraction]) => `${sign}${whole}.${String(fraction).padStart(10, "0")}`),
  },
);

export const date = fc.oneof(
  fc.constant(null),
  fc.constantFrom("1000-01-01", "2024-02-29", "9999-12-31"),
  fc
    .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
);
export const dateTime = fc.oneof(
  fc.constant(""),
  fc
    .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((at) => `${at.toISOString().slice(0, 16)}:00Z`),
);
export const time = fc.oneof(fc.constantFrom(null, "00:00", "23:59"), fc.constant("07:05"));

export const links = {
  WEB: fc.constantFrom("", "https://例え.jp/?q=%22a%22,b&c='d'", "http://localhost/*", 'https://a.example/",#"'),
  CALL: fc.constantFrom("", "052-000-0000", "*,#", "+81 (52) 000;1"),
  MAIL: fc.constantFrom("", "a@example.com", '"b,c"@example.com', "品質@例え.jp"),
};

/**
 * Names that the archive keeps as they are. Those that it makes safe on purpose ("It differs from cli-kintone",
 * src/archive/README.md) are not among them: no Windows characters and device names, no dot or space at the end, no `;1` at the end,
 * nothing beyond 240 bytes, no two that differ in case or Unicode form alone. They are tested in test/archive.
 */
const fileNames = [
  ...[
    "図面.pdf",
    "図面 (1).pdf",
    "図面 (1) (1).pdf",
    "写真 2026年11月　現場.JPG",
    "名前だけ",
    ".gitignore",
    "..b",
    "a..b.c",
    "-rf",
    "--help",
  ],
  ...[
    " 先頭に空白.txt",
    "tab なし, カンマ.csv",
    "it's #1 & 100%.txt",
    "[a-z]{1}~!@$^()+=`.txt",
    "ﾊﾝｶｸ.txt",
    "😀👨‍👩‍👧.png",
  ],
  ...["が.txt".normalize("NFD"), "\u00a0.txt", "\u202egpj.exe", "\u2028.txt", `${"名".repeat(76)}.xlsx`],
];
const fileName = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...fileNames) },
  joined(fc.constantFrom("a", "b", "1", "一", "二", "_"), 6).map((base) => `f${base}.txt`),
);

export const files = fc.oneof(
  fc.constant<GeneratedFile[]>([]),
  fc.array(
    fc.record<GeneratedFile>({
      name: fileName,
      contentType: fc.constantFrom("text/plain", "application/pdf", "application/octet-stream"),
      bytes: fc.uint8Array({ maxLength: 64 }),
    }),
    { maxLength: 3 },
  ),
  // Telephones name every picture alike.
  fc.tuple(fileName, fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([name, bytes]) =>
    [bytes, bytes.toReversed(), new Uint8Array()].map((content) => ({
      name,
      contentType: "image/png",
      bytes: content,
    })),
  ),
);

/** Some of them, in any order. */
export const someOf = (codes: readonly string[]) =>
  fc.shuffledSubarray([...codes]).map((chosen) => chosen.map((code) => ({ code })));
