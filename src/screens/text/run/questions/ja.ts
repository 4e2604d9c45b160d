import { bytes, moment, MOST_APPS, number } from "../names/ja";
import type { QuestionMessages } from "./messages";

export const questions: QuestionMessages = {
  ruleNews: { heading: "ルールに当てはまるアプリが変わりました", goOn: "バックアップする" },
  room: {
    heading: "空き容量が足りない可能性があります",
    short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
      `これまでのバックアップ（${moment(lastRun) ?? "現在"}まで）から見積もると約${bytes(needed)}が必要ですが、このブラウザーで使える容量は${bytes(free)}です。`,
      ...(unknownTargets > 0
        ? [`まだバックアップしたことのないアプリ（${number(unknownTargets)}個）には、別に容量が必要です。`]
        : []),
      "このまま実行すると、途中で容量が足りなくなり、完了しない可能性が高くなります。ディスクの空き容量を増やす、シークレットウィンドウを使わない、一度にバックアップするアプリを減らす、などの方法で対処してください。",
    ],
    goOn: "このまま実行",
  },
  loss: {
    heading: "途中で終わると、続きから再開できません",
    onThePage:
      "このページではバックアップをバックグラウンド（Web Worker）で実行できないため、ページ自体で実行します。完了までに時間がかかり、画面の反応が遅くなることがあります。実行中はこのタブを表示したままにしてください。",
    ifBrokenOff:
      "実行中にページを閉じたり、ブラウザーが終了したりすると、それまでに読み取ったデータは失われます。その場合、次のバックアップを実行できるまで最大15分かかります。",
    otherBrowser:
      "最後まで実行されれば、作成されるzipファイルは変わりません。再開できるようにするには、最新のChrome、Edge、Firefoxのいずれかで実行してください。",
    goOn: "実行",
  },
  budget: {
    heading: "APIリクエストが多いバックアップです",
    excess: ({ perAppAndDay, apps }) => [
      `バックアップが1日（日本時間の9時から）に1つのアプリで使えるAPIリクエストは${number(perAppAndDay)}回です。コメントは、レコード1件につき1回以上かかります。`,
      ...apps
        .slice(0, MOST_APPS)
        .map(
          ({ appId, appName, requests, left }) =>
            `アプリ「${appName}」（ID ${appId}）: 約${number(requests)}回必要で、残りは${number(left)}回です。`,
        ),
      ...(apps.length > MOST_APPS ? [`ほかに${number(apps.length - MOST_APPS)}個のアプリも同様です。`] : []),
      "範囲内で続けると、コメントは新しいレコードと変更されたレコードから順に、残りの回数の分だけ読み取ります。それ以外は前回のバックアップから引き継ぎ、引き継げない場合は不足になります。",
      "翌日に続けると、残りの回数を使い切ったところで待ち、日本時間の9時を過ぎてから自動的に続きを読み取ります。コメント以外のデータが残りの回数に収まらない場合は、超えて続けるとき以外、同じように待ちます。",
      "超えて続けると、コースの上限を超えて、サイボウズから管理者に通知メールが届くことがあります。",
    ],
    answer: {
      stop: "範囲内で続ける",
      pause: "翌日に続ける",
      "without-comments": "これらのアプリのコメントを読み取らない",
      "go-on": "超えて続ける",
    },
  },
};
