import type { KeptState } from "../../../history/runs/kept-zips";
import { quantitiesIn } from "../quantities";
import { count } from "../settings/english-count";

/** What only the terminal says of the history, and of zips beside it. */
interface ReportMessages {
  reading: (runs: number) => string;
  measuring: (name: string) => string;
  /** Of a zip: what the history says, given the run and the name by which it knows the zip. */
  state: Record<Exclude<KeptState, "unknown">, (run: string, name: string) => string> & Record<"unknown", () => string>;
  /** The zip is as a run tells that does not fit the chain. */
  doubtful: string;
  zips: (zips: number) => string;
  incomplete: (runs: number) => string;
  missing: (run: string, names: readonly string[]) => string;
  /** By a rule, as the history tells. */
  disposed: (runs: number) => string;
  absent: (runs: number) => string;
  /** What was compared, and what was not. */
  notVerified: string;
  noZips: (path: string) => string;
}

const { number } = quantitiesIn("ja");
const chinese = quantitiesIn("zh");

export const reportTexts: Record<"ja" | "en" | "zh", ReportMessages> = {
  ja: {
    reading: (runs) => `実行の記録を読んでいます | ${number(runs)}件`,
    measuring: (name) => `zipファイルを読んでいます: ${name}`,
    state: {
      unchanged: (run) => `履歴のとおりです。${run}`,
      renamed: (run, name) => `履歴のとおりです（履歴での名前は「${name}」です）。${run}`,
      changed: (run, name) =>
        `内容が履歴の「${name}」と異なります。作成後に変更されたか、壊れています。使わずに、別の場所に保存した同じファイルで確認してください。${run}`,
      copy: (run, name) => `履歴の「${name}」と同じ内容のファイルが、ほかにもあります。${run}`,
      unknown: () =>
        "履歴にないファイルです。このアプリの実行で作成されていないか、名前も内容も変更されたか、その実行の記録が削除されています。",
    },
    doubtful: "ただし、この実行の記録は履歴に合いません。",
    zips: (zips) => `zipファイル（${number(zips)}個）`,
    incomplete: (runs) => `zipファイルがそろっていない実行（${number(runs)}件）`,
    missing: (run, names) => `${run}: ${names.map((name) => `「${name}」`).join("、")}がありません。`,
    disposed: (runs) => `保持ルールにより廃棄され、そのことが履歴にある実行: ${number(runs)}件`,
    absent: (runs) => `このほかに、zipファイルが1個も渡されていない実行: ${number(runs)}件`,
    notVerified:
      "zipファイルは、名前、サイズ、SHA-256だけを履歴と比べました。中身の検証には kintone-backup verify を使ってください。",
    noZips: (path) => `${path}: zipファイルがないか、読み取れません。`,
  },
  en: {
    reading: (runs) => `Reading the records of runs | ${runs}`,
    measuring: (name) => `Reading zip files: ${name}`,
    state: {
      unchanged: (run) => `as the history says. ${run}`,
      renamed: (run, name) => `as the history says, where it is called "${name}". ${run}`,
      changed: (run, name) =>
        `its contents are not those of "${name}" in the history: it was changed later, or is damaged. Do not use it; check a copy that was kept elsewhere. ${run}`,
      copy: (run, name) => `there is another file with the same contents, "${name}" in the history. ${run}`,
      unknown: () =>
        "the history does not know it. No run of this app made it, or both its name and its contents were changed, or the record of its run was deleted.",
    },
    doubtful: "But the record of this run does not fit the history.",
    zips: (zips) => `Zip files (${zips})`,
    incomplete: (runs) => `Runs whose zip files are not all there (${runs})`,
    missing: (run, names) => `${run}: ${names.map((name) => `"${name}"`).join(", ")} not there.`,
    disposed: (runs) => `Removed by a retention rule, as the history tells: ${count(runs, "run")}`,
    absent: (runs) => `Besides, runs of which no zip file was given: ${count(runs, "run")}`,
    notVerified:
      "Only name, size and SHA-256 of the zip files were compared with the history. To verify what is in them, use kintone-backup verify.",
    noZips: (path) => `${path}: there is no zip file, or it cannot be read.`,
  },
  zh: {
    reading: (runs) => `正在读取执行记录 | ${chinese.number(runs)}条`,
    measuring: (name) => `正在读取zip文件：${name}`,
    state: {
      unchanged: (run) => `与历史一致。${run}`,
      renamed: (run, name) => `与历史一致（在历史中名为“${name}”）。${run}`,
      changed: (run, name) =>
        `内容与历史中的“${name}”不同：生成后被更改，或已损坏。请不要使用，并用保存在别处的同一文件进行确认。${run}`,
      copy: (run, name) => `另有与历史中的“${name}”内容相同的文件。${run}`,
      unknown: () => "历史中没有此文件：不是由此应用的执行生成，或名称和内容都被更改，或该执行的记录已被删除。",
    },
    doubtful: "但此执行的记录与历史不符。",
    zips: (zips) => `zip文件（${chinese.number(zips)}个）`,
    incomplete: (runs) => `zip文件不齐全的执行（${chinese.number(runs)}个）`,
    missing: (run, names) => `${run}：缺少${names.map((name) => `“${name}”`).join("、")}。`,
    disposed: (runs) => `按保留规则销毁、且历史中有记录的执行：${chinese.number(runs)}个`,
    absent: (runs) => `此外，未提供任何zip文件的执行：${chinese.number(runs)}个`,
    notVerified: "仅将zip文件的名称、大小和SHA-256与历史进行了比较。要验证其内容，请使用 kintone-backup verify。",
    noZips: (path) => `${path}：没有zip文件，或无法读取。`,
  },
};
