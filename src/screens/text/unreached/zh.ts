import type { UnreachedTexts } from "./messages";

const address = "请检查地址（baseUrl），例如 https://example.cybozu.com。";
const network = "请检查此计算机的网络连接和地址。";

export const unreachedTexts: UnreachedTexts = {
  somewhere: "kintone",
  cause: {
    certificate: ({ host, reason }) => `${host}的证书不受信任（${reason}）`,
    name: ({ host }) => `不存在名为${host}的主机`,
    "name-server": ({ host }) => `DNS服务器没有响应，无法解析${host}`,
    refused: ({ host }) => `${host}拒绝了连接`,
    "no-route": ({ host }) => `没有通往${host}的网络路由`,
    "no-answer": ({ host }) => `${host}没有响应`,
    "no-tls": ({ host, reason }) => `无法与${host}建立加密连接（TLS）（${reason}）`,
    proxy: ({ host, reason }) => `代理不允许访问${host}${reason && `（${reason}）`}`,
    "basic-authentication": ({ host }) => `${host}要求Basic认证`,
    "access-restriction": ({ host }) => `${host}或其前端不允许从此计算机访问`,
    redirect: ({ host }) => `${host}被重定向到其他地址`,
    website: ({ host }) => `${host}的响应并非来自kintone的API`,
  },
  remedy: {
    certificate:
      "请检查地址和此计算机的日期。如果网络中的代理或防火墙使用自己的证书，请通过环境变量NODE_EXTRA_CA_CERTS指定其认证机构的证书。",
    name: address,
    "name-server": network,
    refused: network,
    "no-route": network,
    "no-answer": network,
    "no-tls": `${address}如果指定了端口号，也请检查该端口号。`,
    proxy: "如果代理要求认证（407），请委托网络管理员允许此计算机无需认证即可通信。",
    "basic-authentication": "备份无法通过Basic认证。请委托kintone的系统管理员为此用途关闭Basic认证。",
    "access-restriction":
      "通常是由于IP地址限制。请委托kintone的系统管理员允许此计算机的IP地址；防火墙或代理的问题请咨询网络管理员。",
    redirect: address,
    website: `${address}通信也可能被防火墙、代理或登录页面等阻止。`,
  },
};
