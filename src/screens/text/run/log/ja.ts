import type { OverBudget } from "../../../../domain/request-budget";
import { askedTexts } from "../../asked/ja";
import { limitsBehind } from "../../asked/limits";
import { domainNames } from "../../domain-names";
import { pageTexts } from "../../page/ja";
import { bytes, count, duration, moment, named, number, steps, systemsReason } from "../names/ja";
import type { LogMessages } from "./messages";

const overBudgetTexts: Record<OverBudget, string> = {
  stop: "コメントは、残りの回数で読み取れる分だけを読み取ります。ほかのデータが残りの回数に収まらない場合は、日本時間の9時を過ぎてから続きを読み取ります。",
  pause: "残りの回数を使い切ると、日本時間の9時を過ぎてから続きを読み取ります。",
  "without-comments":
    "コメントは読み取りません。ほかのデータが残りの回数に収まらない場合は、日本時間の9時を過ぎてから続きを読み取ります。",
  "go-on": "選択のとおり、この回数を超えて続けます。",
};

/** A folder without a name of its own is the only one, or nearly so. */
const savedAt = (name: string, place: string) =>
  place === "folder" ? `${name}を保存先のフォルダーに保存しました。` : `${name}を「${place}」に保存しました。`;

export const log: LogMessages = {
  "run-started": ({ runId, operator, targets }) =>
    `バックアップを開始しました。実行ID: ${runId}、実行者: ${operator || "（APIトークン）"}、対象: ${number(targets)}個`,
  "run-resumed": ({ targets, settled, requests }) =>
    `途中で止まったバックアップを続きから再開しました。${number(targets)}個の対象のうち${number(settled)}個は読み取り済みです。ここまでのAPIリクエスト: ${number(requests)}回`,
  "target-started": ({ target, expectedRecords }) =>
    `${named(target)}の読み取りを開始しました。${expectedRecords === undefined ? "" : `レコード: ${count(expectedRecords)}`}`,
  "lost-targets-unknown": () =>
    "前回の実行を読み取れなかったため、なくなった対象があるかどうかを確認できませんでした。ルールに新しく当てはまるアプリがあるかどうかも確認できませんでした。",
  "rule-worked-out": ({ rule, apps }) =>
    `ルール「${askedTexts.rule(rule)}」により、今回は${number(apps)}個のアプリをバックアップします。`,
  "used-requests-unknown": () =>
    "今日のこれまでのバックアップが使ったAPIリクエスト数を読み取れませんでした。0回として数えます。",
  "many-requests": ({ target, requests, left, budget: { perAppAndDay, overBudget } }) =>
    `${named(target)}のバックアップには、APIリクエストが${number(requests)}回以上必要です。バックアップが1日に1アプリで使える${number(perAppAndDay)}回のうち、残りは${number(left)}回です。${overBudgetTexts[overBudget]}`,
  waited: () => "待機を終えました。",
  "held-back": ({ target, until, perAppAndDay }) =>
    `${named(target)}では、バックアップが1日に使えるAPIリクエスト${number(perAppAndDay)}回を使い切りました。${moment(until)}を過ぎてから、続きを読み取ります。`,
  "budget-exceeded": ({ target, requests, perAppAndDay }) =>
    `今日のバックアップが${named(target)}で使ったAPIリクエストは${number(requests)}回で、1日に使える${number(perAppAndDay)}回を超えました。契約コースの上限を超えると、サイボウズから管理者に通知メールが届くことがあります。`,
  "target-read-again": ({ target, because }) =>
    because === "form-changed"
      ? `${named(target)}のフォームがバックアップの間に変更されたため、最初から読み取り直します。`
      : `バックアップ中に、このブラウザーでkintoneへのログインがありました。別の権限で取得したデータが混ざらないように、${named(target)}を最初から読み直します。`,
  "smaller-pages": ({ target, from, to, because }) =>
    because === "odd-answer"
      ? `${named(target)}のレコードを一度に${count(from)}ずつ読み取ったところ、kintoneの応答に使えないものがありました（BAD_RESPONSE）。原因のレコードを絞り込むため、ここからは${count(to)}ずつ読み取ります。`
      : `${named(target)}のレコードは一度に${count(from)}では読み取れなかったため、ここからは${count(to)}ずつ読み取ります。`,
  "records-taken-over": ({ target, records, added, changed, deleted }) =>
    `${named(target)}: 前回のバックアップから${count(records)}のレコードを引き継ぎました。その後の追加: ${count(added)}、変更: ${count(changed)}、削除: ${count(deleted)}`,
  "records-repaired": ({ target, added, changed, deleted }) =>
    `${named(target)}のレコードが読み取りの間に変わったため、読み取り直しました。追加: ${count(added)}、変更: ${count(changed)}、削除: ${count(deleted)}`,
  "records-still-changing": ({ target, changed }) =>
    `${named(target)}のレコードが変わり続けています。読み取り直した後に変更されたレコード: ${count(changed)}`,
  "domain-read": ({ lists }) =>
    `アプリ以外の情報: ${lists.map(({ list, written }) => `${domainNames.ja[list]} ${count(written)}`).join("、") || "取得できませんでした"}`,
  "target-finished": ({ result }) =>
    `${named(result.target)}: ${pageTexts.status[result.status]}。レコード: ${count(result.records)}、添付ファイル: ${count(result.attachments)}、${bytes(result.bytes)}、${duration(result.seconds)}、APIリクエスト: ${number(result.requests)}回${limitsBehind(result.asked, askedTexts)}`,
  problem: ({ target, problem }, sentence) =>
    `${target ? `${named(target)}: ` : ""}${steps[problem.step]}: ${sentence}`,
  "volume-packed": ({ volume }) => `${volume.name}を作成しました。${bytes(volume.size)}、SHA-256: ${volume.sha256}`,
  "volume-verified": ({ volume, entries }) => `${volume.name}を読み直して確認しました。${count(entries)}`,
  "volume-encrypted": ({ volume }) =>
    `zipを暗号化して${volume.name}を作成し、復号して中身を確認しました。${bytes(volume.size)}、SHA-256: ${volume.sha256}`,
  "volume-delivered": ({ volume, destination, place }) =>
    destination === "download"
      ? `${volume.name}を、ダウンロードとして保存できるようにしました。保存されたかどうかは、まだわかりません。`
      : savedAt(volume.name, place),
  "volume-not-on-disk": ({ volume, reason }) =>
    `保存先のフォルダーは、${volume.name}がディスクに書き込まれたことを確認できません${systemsReason(reason)}。内容はこの後に読み直して確認しますが、直後に保存先の電源が切れると失われる可能性があります。`,
  "volume-saved": ({ volume, place, proof }) =>
    proof === "server-digest"
      ? `「${place}」のサーバーが計算したダイジェストにより、${volume.name}が作成したものと同じであることを確認しました。SHA-256: ${volume.sha256}`
      : `${volume.name}を保存先から読み直し、作成したものと同じであることを確認しました。SHA-256: ${volume.sha256}`,
  "run-finished": ({ status, requests }) =>
    `バックアップが終わりました。結果: ${pageTexts.status[status]}、APIリクエスト: ${number(requests)}回`,
};
