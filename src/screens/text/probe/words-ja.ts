import type { TriedId } from "../../../probe/assumptions";
import type { AssumptionWords } from "./messages";

const ONLY_LOCAL = "開発時のテストに使うローカルのkintoneだけが、実際のkintoneと異なる動作をします。";

export const japaneseWords: Readonly<Record<TriedId, AssumptionWords>> = {
  "concurrency-headers": {
    assumed: "応答に、X-ConcurrencyLimit-LimitとX-ConcurrencyLimit-Runningのヘッダーがある。",
    otherwise: "ドメインの混み具合がわからないため、kintoneがリクエストを拒否したときにだけ速度を落とします。",
  },
  "post-that-says-get": {
    assumed: "X-HTTP-Method-Override: GETを付けたPOSTに、GETと同じ応答がある。",
    otherwise: "ブラウザーからの読み取りと、長い条件での読み取りができません。バックアップできません。",
  },
  "files-by-post": {
    assumed: "ファイルは、GETを指定したPOSTでは取得できない（そのため通常のGETで取得している）。",
    otherwise: "ファイルもセッションのトークンを付けて取得でき、10秒ごとの確認が不要になります。問題はありません。",
  },
  "users-by-post": {
    assumed: "User APIは、GETを指定したPOSTを受け付けない（そのため通常のGETで呼び出している）。",
    otherwise: "User APIもセッションのトークンを付けて呼び出せます。問題はありません。",
  },
  "lab-endpoint-off": {
    assumed: "無効になっているAPIラボのAPIは、JSONでない404か、CB_IL02以外のエラーを返す。",
    otherwise: "カテゴリーまたはプラグインの設定情報が原因で、バックアップが毎回「一部不足」になります。",
  },
  "file-headers": {
    assumed: "添付ファイルは圧縮されずに届き、Content-Lengthはレコードにあるサイズと一致する。",
    otherwise: "途中で終わったダウンロードは、レコードにあるサイズとの比較でだけ見つかります。",
  },
  "file-ranges": {
    assumed: "Rangeを指定しても、ファイル全体が返される。",
    otherwise: "途切れたダウンロードを、最初からでなく途中から再開できます。問題はありません。",
  },
  "space-not-found": { assumed: "存在しないスペースは、GAIA_SP01で拒否される。", otherwise: ONLY_LOCAL },
  "not-in-guest-space": {
    assumed: "アプリが属していないゲストスペースのURLで呼び出すと、400 GAIA_IL25で拒否される。",
    otherwise: "対象アプリのゲストスペースが誤っているときの説明が、一般的なものになります。",
  },
  "unknown-function": {
    assumed: "フィールドの種類に使えない関数を条件に指定すると、400 CB_VA01で拒否される。",
    otherwise: "対象アプリの条件が誤っているときの説明が変わります。",
  },
  "illegal-request": { assumed: "JSONとして送らない本文は、400 CB_IL02で拒否される。", otherwise: ONLY_LOCAL },
  "broken-json": { assumed: "JSONでない本文は、400 CB_IJ01で拒否される。", otherwise: ONLY_LOCAL },
  "password-before-token": {
    assumed: "パスワードとAPIトークンの両方を送ると、パスワードが優先される。",
    otherwise: "コマンドは両方を送らないため、問題はありません。",
  },
  "token-cannot-run": {
    assumed: "APIトークンで使えないAPIは、403 GAIA_NO01で拒否される。",
    otherwise: "APIトークンに権限がないときの説明が変わります。",
  },
  "users-by-token": { assumed: "User APIは、kintoneのAPIトークンを拒否する。", otherwise: ONLY_LOCAL },
  "worker-from-own-file": {
    assumed: "プラグイン自身のファイルからWorkerを作成できる。",
    otherwise: "代わりに、blob: URLからプラグインを読み込むWorkerを使います。",
  },
  "worker-from-blob": {
    assumed: "blob: URLからWorkerを作成し、プラグインのファイルを読み込める。",
    otherwise:
      "プラグイン自身のファイルからもWorkerを作成できないときは、バックアップがページ上で動作し、中断すると再開できません。",
  },
  "content-security-policy": {
    assumed: "kintoneのページは、コンテンツセキュリティポリシーを送らない。",
    otherwise: "ポリシーの内容がわかりました。プラグインへの影響は、WorkerとWebAssemblyの行で確認できます。",
  },
  webassembly: {
    assumed: "kintoneのページで、WebAssemblyをコンパイルできる。",
    otherwise: "大きなファイルのハッシュ値の計算が遅くなります。",
  },
  "compression-stream": {
    assumed: "ブラウザーがdeflate-rawで圧縮したものを、元に戻せる。",
    otherwise: "このブラウザーでは、アーカイブを作成できません。",
  },
  "private-files": {
    assumed: "ブラウザー内の専用のファイル領域に、ファイルを書き込み、読み出せる。",
    otherwise: "このブラウザーにはバックアップ用の作業領域がないため、開始前に終了します。",
  },
  "synchronous-handles": {
    assumed: "Workerで、そのファイルを同期的に読み書きできる。",
    otherwise: "中断したバックアップを再開できません。",
  },
  "token-of-another-session": {
    assumed: "現在のセッションのものでないトークンを付けたリクエストは、CB_IL02で拒否される。",
    otherwise: "同じブラウザーで別の人がログインすると、その人の権限でバックアップが続くおそれがあります。",
  },
  course: {
    assumed: "kintone.license.getSubscriptionPlan()が、STANDARDまたはWIDEを返す。",
    otherwise: "リクエスト数の上限として、スタンダードコースの値または設定の値を使います。",
  },
  "automatic-title": {
    assumed: "文字列のフィールドがないアプリでは、レコードのタイトルがレコード番号になる。",
    otherwise: ONLY_LOCAL,
  },
  "first-notifications": {
    assumed: "新しいアプリでは、レコードの作成者と更新者にコメントが通知される。",
    otherwise: "バックアップ管理アプリの準備で、通知についての案内が実際と異なることがあります。",
  },
  "markup-references": {
    assumed: "アプリの説明の全角記号は、文字参照（&#xff08;など）で保存される。",
    otherwise: ONLY_LOCAL,
  },
  "being-deployed": {
    assumed: "アプリの更新中は、設定の変更が409 GAIA_AP15で拒否される。",
    otherwise: "アプリの準備中に表示される説明が変わります。",
  },
  "revisions-of-both-environments": {
    assumed: "未反映の変更がなければ、運用環境と動作テスト環境のリビジョンは等しい。",
    otherwise:
      "準備のときに運用環境の設定も比較するため、リクエストが1回増えます（結果は変わりません）。未反映の変更があるとみなされるため、削除されたフィールドは追加されません。",
  },
  "number-of-reminders": {
    assumed: "1つのアプリに、10件のリマインダーを設定できる（バックアップ管理アプリで使う数より多い）。",
    otherwise: "準備のときに、一部のリマインダーを追加できません。",
  },
  "one-upload-in-many-places": {
    assumed: "1回アップロードしたファイルを、カスタマイズの複数の箇所に指定できる。",
    otherwise: ONLY_LOCAL,
  },
  "default-time-with-seconds": {
    assumed: "時刻の初期値は秒付きで指定でき、値には秒が含まれない。",
    otherwise: ONLY_LOCAL,
  },
  "default-moment-without-zone": {
    assumed: "タイムゾーンのない日時の初期値は、レコードを追加する人のタイムゾーンで解釈される。",
    otherwise: ONLY_LOCAL,
  },
  "default-where-right-lacks": {
    assumed: "編集権限のないフィールドには、レコードを追加すると初期値が入る。",
    otherwise: "この動作に依存する機能はありません。",
  },
  "field-not-editable": {
    assumed: "編集権限のないフィールドに値を指定すると、403 GAIA_FU01で拒否される。",
    otherwise: "実行の記録を書き込めないときの説明が、一般的なものになります。",
  },
  "update-key-not-found": {
    assumed: "該当するレコードのない更新キーは、404 GAIA_RE20で拒否される。",
    otherwise: ONLY_LOCAL,
  },
  "group-not-found": {
    assumed: "存在しないグループは、400 GAIA_IL27で拒否される。",
    otherwise: "復元のとき、存在しないグループを別のエラーから判断する必要があります。",
  },
  "comments-off": {
    assumed: "コメントが無効なアプリでは、コメントが403 GAIA_RE12で拒否される。",
    otherwise: ONLY_LOCAL,
  },
  "active-content": {
    assumed: "リッチエディターの値からはスクリプトが取り除かれ、無害な部分はそのまま残る。",
    otherwise: "復元した値がアーカイブと異なることがあり、比較の方法を変える必要があります。",
  },
  "renames-in-formulas": {
    assumed: "フィールドコードを変更しても、計算式は追従しない。",
    otherwise: ONLY_LOCAL,
  },
  "record-number-when-added": {
    assumed: "レコードの追加時に送ったレコード番号は、無視される。",
    otherwise: "復元のときは、レコード番号を送ってはいけません。",
  },
  "system-times": {
    assumed: "アプリの管理者は、レコードの作成日時と更新日時を、アプリの作成前の日時にも設定できる。",
    otherwise: "復元のとき、元の日時を設定できません。",
  },
  "creator-who-is-gone": {
    assumed: "存在しないユーザーを作成者に指定すると、400 GAIA_IL26で拒否される。",
    otherwise: "復元のとき、存在しないユーザーを別のエラーから判断する必要があります。",
  },
  "created-time-of-upsert": {
    assumed: "UPSERTで追加したレコードにも、元の作成日時を設定できる。",
    otherwise: "復元のときは、UPSERTでレコードを追加してはいけません（そのように設計しています）。",
  },
  "cells-left-out-of-table": {
    assumed: "テーブルの既存の行で省略したフィールドは、値が保持される。",
    otherwise: "復元のときは、行全体を送る必要があります（そのように設計しています）。",
  },
  "field-into-live-table": {
    assumed: "運用中のテーブルに、フィールドを追加できる。",
    otherwise: "復元のときは、テーブルを最初から完全な形で作成する必要があります。",
  },
  "ids-never-reused": {
    assumed: "削除したレコードの番号は、再び使われない。",
    otherwise: "復元のとき、新しいレコードを古いレコードと取り違えるおそれがあります。",
  },
  "swapped-unique-values": {
    assumed: "重複禁止の値を1回のリクエストで2件のレコードの間で入れ替えると、400 CB_VA01で拒否される。",
    otherwise: "復元のとき、そのようなレコードに中間の手順が不要になります。",
  },
  "ambiguous-lookup": {
    assumed: "重複する可能性のあるキーを使うルックアップは、アプリの更新時に拒否される。",
    otherwise: "レコードの書き込み時に拒否されます。復元ではどちらにも対応する必要があります。",
  },
  "view-of-assigned": {
    assumed: "プロセス管理を有効にすると、「作業者が自分」の一覧が追加され、フォームのフィールドが並ぶ。",
    otherwise: ONLY_LOCAL,
  },
  "builtin-view-stays": {
    assumed: "その一覧を含まない一覧の設定は、400 GAIA_IL44で拒否される。",
    otherwise: ONLY_LOCAL,
  },
  "text-for-assignees": {
    assumed: "ステータスの作業者向けの説明はdescriptionという名前で、省略しても保持される。",
    otherwise:
      "アーカイブには別の名前で入ります（kintoneの応答をそのまま保存しています）。復元では送る必要があります。",
  },
  "state-touches-modifier": {
    assumed: "ステータスを変更すると、更新者と更新日時も変わる。",
    otherwise: "復元のとき、ステータスと元の日時の両方を設定できます。",
  },
  "state-after-process": {
    assumed: "同じ名前のステータスを持つプロセスに変更しても、レコードのステータスは保持される。",
    otherwise: "復元のとき、一時的なプロセスでステータスを設定する方法は使えません。",
  },
  "view-without-process": {
    assumed: "プロセス管理を無効にすると、その一覧はなくなる。",
    otherwise: ONLY_LOCAL,
  },
};
