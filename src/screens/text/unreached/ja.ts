import type { UnreachedTexts } from "./messages";

const address = "アドレス（baseUrl）を確認してください。例: https://example.cybozu.com";
const network = "このコンピューターのネットワーク接続とアドレスを確認してください。";

export const unreachedTexts: UnreachedTexts = {
  somewhere: "kintone",
  cause: {
    certificate: ({ host, reason }) => `${host}の証明書を信頼できません（${reason}）`,
    name: ({ host }) => `${host}というホストはありません`,
    "name-server": ({ host }) => `DNSサーバーが応答せず、${host}の名前を解決できません`,
    refused: ({ host }) => `${host}に接続を拒否されました`,
    "no-route": ({ host }) => `${host}へのネットワークの経路がありません`,
    "no-answer": ({ host }) => `${host}が応答しません`,
    "no-tls": ({ host, reason }) => `${host}と暗号化通信（TLS）ができません（${reason}）`,
    proxy: ({ host, reason }) => `プロキシが${host}への通信を通しません${reason && `（${reason}）`}`,
    "basic-authentication": ({ host }) => `${host}がBasic認証を求めています`,
    "access-restriction": ({ host }) => `${host}またはその手前で、このコンピューターからのアクセスが許可されていません`,
    redirect: ({ host }) => `${host}から別のアドレスに転送されました`,
    website: ({ host }) => `${host}からの応答は、kintoneのAPIのものではありません`,
  },
  remedy: {
    certificate:
      "アドレスと、このコンピューターの日付を確認してください。社内のプロキシやファイアウォールが独自の証明書を使っている場合は、その認証局の証明書を環境変数NODE_EXTRA_CA_CERTSで指定してください。",
    name: address,
    "name-server": network,
    refused: network,
    "no-route": network,
    "no-answer": network,
    "no-tls": `${address}。ポート番号を指定している場合は、その番号も確認してください。`,
    proxy:
      "プロキシが認証（407）を求めている場合は、このコンピューターからは認証なしで通信できるよう、ネットワークの管理者に依頼してください。",
    "basic-authentication":
      "バックアップではBasic認証を利用できません。この用途ではBasic認証を使わない設定にするよう、kintoneのシステム管理者に依頼してください。",
    "access-restriction":
      "多くの場合はIPアドレス制限によるものです。このコンピューターのIPアドレスを許可するよう、kintoneのシステム管理者に依頼してください。ファイアウォールやプロキシについては、ネットワークの管理者に相談してください。",
    redirect: address,
    website: `${address}。ファイアウォール、プロキシ、ログインページなどで通信が止められている可能性もあります。`,
  },
};
