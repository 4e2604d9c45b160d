import type { ArchiveCheck, BackupCounts } from "../../verify/archive-check";
import { quantitiesIn } from "../quantities";
import { count } from "../settings/english-count";

/** What only the terminal says of an archive. */
interface ReportMessages {
  sound: string;
  notSound: (findings: number) => string;
  noFinding: string;
  unknown: string;
  /** The digest is made of the names, too. */
  ofNames: string;
  unpacked: (counts: ArchiveCheck["counts"]) => string;
  backup: (counts: BackupCounts) => string;
  noFile: (name: string) => string;
}

const { number, bytes } = quantitiesIn("ja");
const english = quantitiesIn("en");
const chinese = quantitiesIn("zh");

export const reportTexts: Record<"ja" | "en" | "zh", ReportMessages> = {
  ja: {
    sound: "問題は見つかりませんでした。アーカイブはそろっていて、作成時のままです。",
    notSound: (findings) => `問題が${number(findings)}件見つかりました。`,
    noFinding: "問題なし",
    unknown: "不明",
    ofNames:
      "実行履歴の「アーカイブのダイジェスト」と同じなら、履歴にあるアーカイブです。ファイル名を変えると別の値になります。",
    unpacked: (counts) => `読み直したファイル: ${number(counts.entries)}件、${bytes(counts.bytes)}`,
    backup: ({ targets, records, attachments, comments }) =>
      `バックアップの内容: アプリ${number(targets)}個、レコード${number(records)}件、添付ファイル${number(attachments)}件、コメント${number(comments)}件`,
    noFile: (name) => `${name}: ファイルがないか、読み取れません。`,
  },
  en: {
    sound: "No problem was found. The archive is complete and as it was made.",
    notSound: (findings) => `${count(findings, "problem")} found.`,
    noFinding: "no problem",
    unknown: "unknown",
    ofNames:
      'If it is the "archive digest" in the run history, this is the archive of that run. Renamed files give another one.',
    unpacked: (counts) => `Read back: ${count(counts.entries, "file")}, ${english.bytes(counts.bytes)}`,
    backup: ({ targets, records, attachments, comments }) =>
      `In the backup: ${[count(targets, "app"), count(records, "record"), count(attachments, "attachment"), count(comments, "comment")].join(", ")}`,
    noFile: (name) => `${name}: there is no such file, or it cannot be read.`,
  },
  zh: {
    sound: "没有发现问题。归档齐全，与生成时相同。",
    notSound: (findings) => `发现${chinese.number(findings)}个问题。`,
    noFinding: "没有问题",
    unknown: "不明",
    ofNames: "如果与执行历史中的“归档摘要”相同，即为历史中的归档。更改文件名后，该值会不同。",
    unpacked: (counts) => `回读的文件：${chinese.number(counts.entries)}个，${chinese.bytes(counts.bytes)}`,
    backup: ({ targets, records, attachments, comments }) =>
      `备份的内容：应用${chinese.number(targets)}个，记录${chinese.number(records)}条，附件${chinese.number(attachments)}个，回复${chinese.number(comments)}条`,
    noFile: (name) => `${name}：没有此文件，或无法读取。`,
  },
};
