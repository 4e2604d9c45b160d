import type { Finding } from "../../../archive/verify/finding";
import { quantitiesIn } from "../quantities";
import type { VerifyMessages } from "./messages";

const { number } = quantitiesIn("ja");

/** 「b.zip」の「12/records.jsonl」: only what is known. */
function what({ volume, path }: Finding, otherwise = "zipファイル"): string {
  const parts = [volume, path].flatMap((name) => (name === undefined ? [] : [`「${name}」`]));
  return parts.join("の") || otherwise;
}

function compared({ expected, actual }: Finding, unit: string): string {
  if (expected === undefined || actual === undefined) return "";
  return `（正: ${number(expected)}${unit}、実際: ${number(actual)}${unit}）`;
}

const LINES: Record<string, string> = { "records.jsonl": "レコード", "comments.jsonl": "コメント" };
const counted = ({ path = "" }: Finding) => LINES[path.slice(path.lastIndexOf("/") + 1)] ?? "添付ファイル";

const ANOTHER_COPY = "使わずに、別の場所に保存した同じファイルで確認してください。";
const ADD = "同じ実行のzipファイルをすべてそろえて、もう一度確認してください。";
const TAKE_OUT = "このファイルを除いて、もう一度確認してください。";
const ALTERED =
  "作成後に変更された可能性があります。このアーカイブは使わず、別の場所に保存したもので確認してください。";

/** What is wrong with what, and what to do. */
const says = (problem: string, advice: string, unit?: string) => (finding: Finding) =>
  `${what(finding)}${problem}${unit === undefined ? "" : compared(finding, unit)}。${advice}`;

export const verifyTexts: VerifyMessages = {
  introduction:
    "この実行で保存したzipファイルをすべて選んでください。読み直して、この記録のとおりかを確認します。ファイルはどこにも送信しません。",
  noArchive: "この実行にはzipファイルがありません。",
  choose: "zipファイルを選択",
  drop: "ここにファイルをドロップすることもできます。",
  checking: (name) => `確認しています: ${name}`,
  stopped: "確認を中止しました。",
  unreadable: (detail) => `ファイルを読み取れませんでした。もう一度選んでください。詳細: ${detail}`,
  verdict: {
    foreign: "選択されたファイルに、この実行のものはありません。",
    damaged: `変更または破損が見つかりました。${ANOTHER_COPY}`,
    "doubtful-history":
      "この記録のzipファイルの一覧とアーカイブのダイジェストが一致しません。記録が変更された可能性があります。",
    "files-missing":
      "選択されたファイルは実行時のままですが、すべてはそろっていません。不足しているものを加えてください。",
    unfinished:
      "記録にあるファイルはすべてそろい、変更もありませんが、この実行はアーカイブを最後まで作成していません。",
    incomplete:
      "zipファイルはすべてそろっていて、実行時のまま変更されていません。ただし、この実行でバックアップできなかったものがあります。",
    surplus: "記録にあるファイルはすべてそろい、変更もありませんが、記録にない余分なファイルもあります。",
    sound: "すべてそろっていて、実行時のまま変更されていません。",
  },
  question: {
    ofThisRun: "この記録のファイルか",
    complete: "すべてそろっているか",
    unchanged: "SHA-256が記録と同じか",
    readable: "中身がすべて正しく読めるか",
    everything: "求められたものがすべて入っているか",
  },
  yes: "はい",
  no: "いいえ",
  files: "記録にあるzipファイル",
  state: {
    unchanged: () => "変更なし",
    renamed: ({ name }) => `変更なし（ファイル名は「${name}」ですが、中身は同じです）`,
    changed: ({ name, sha256 }) => `変更あり（「${name}」のSHA-256: ${sha256}）`,
    missing: () => "選択されていません",
  },
  surplus: "記録にないファイル",
  ofRun: (runId) => `実行ID ${runId} のファイルです。`,
  findings: (count) => `見つかった問題（${number(count)}件）`,
  lacking: "不足しているもの",
  leftOut: "そのほかに、バックアップに含まれていないもの（不足には数えません）",
  more: (count) => `ほか${number(count)}件`,
  runId: "実行ID",
  archiveDigest: "アーカイブのダイジェスト(SHA-256)",
  finding: {
    UNREADABLE: says("は壊れていて開けないか、zipファイルではありません", ANOTHER_COPY),
    MANIFEST_MISSING: says("に manifest.json がないため、中身を確認できません", TAKE_OUT),
    MANIFEST_INVALID: says(
      "を読み取れないため、中身を確認できません",
      `このプログラムの最新の版で確認してください。${ALTERED}`,
    ),
    ENTRY_MISSING: says("がありません", ANOTHER_COPY),
    ENTRY_SURPLUS: says("は一覧（manifest.json）にないファイルです", ANOTHER_COPY),
    ENTRY_REFUSED: says("は、名前が安全でないか、重複か、暗号化されているため、読みませんでした", ANOTHER_COPY),
    ENTRY_DAMAGED: says("は壊れていて取り出せません", ANOTHER_COPY),
    SIZE_MISMATCH: says("のサイズが一覧と異なります", ANOTHER_COPY, "バイト"),
    DIGEST_MISMATCH: says("のSHA-256が一覧と異なります", ANOTHER_COPY),
    COUNT_MISMATCH: (finding) => says(`の${counted(finding)}の件数が一覧と異なります`, ALTERED, "件")(finding),
    VOLUME_MISSING: (finding) =>
      `${what(finding, "間の番号のzipファイル")}がありません。このアーカイブは完全ではありません。${ADD}`,
    VOLUME_FOREIGN: says("は別の実行のzipファイルです", TAKE_OUT),
    VOLUME_TWICE: says("と同じ番号のzipファイルがほかにもあります", "一つだけにして、もう一度確認してください。"),
    VOLUME_SURPLUS: says("の番号は、最後のzipファイルの番号より大きくなっています", ALTERED),
    VOLUME_NAME_MISMATCH: says(
      "は元のファイル名ではありません",
      "中身に影響はありませんが、アーカイブのダイジェストが履歴と一致しません。元の名前に戻して確認してください。",
    ),
    VOLUME_SIZE_MISMATCH: says("のサイズが、最後のzipファイルの一覧と異なります", ANOTHER_COPY, "バイト"),
    VOLUME_DIGEST_MISMATCH: says("のSHA-256が、最後のzipファイルの一覧と異なります", ANOTHER_COPY),
    LAST_MISSING: () =>
      `最後のzipファイルがありません。実行が途中で終わった場合は作成されていません。そうでなければ、${ADD}`,
    LAST_TWICE: says("のほかにも、最後だと記されたzipファイルがあります", ALTERED),
    VOLUME_LIST_WRONG: says("にあるzipファイルの一覧の個数が正しくありません", ALTERED, "個"),
    PATH_TWICE: says("と同じ名前のファイルがほかのzipファイルにもあり、展開すると上書きされます", ALTERED),
    README_MISPLACED: says("は、あるはずのない場所にあります", ALTERED),
    TARGET_UNKNOWN: says("は、最後のzipファイルの一覧にないアプリのものです", ALTERED),
    TARGET_MISMATCH: says("のアプリの説明が、最後のzipファイルと異なります", ALTERED),
  },
  withDetail: (sentence, detail) => `${sentence}（${detail}）`,
};
