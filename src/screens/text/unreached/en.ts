import type { UnreachedTexts } from "./messages";

const address = 'Check the address ("baseUrl"), for example https://example.cybozu.com.';
const network = "Check the network of this computer and the address.";

export const unreachedTexts: UnreachedTexts = {
  somewhere: "kintone",
  cause: {
    certificate: ({ host, reason }) => `The certificate of ${host} is not trusted (${reason})`,
    name: ({ host }) => `There is no host named ${host}`,
    "name-server": ({ host }) => `The name ${host} could not be looked up, as the name server (DNS) did not answer`,
    refused: ({ host }) => `${host} refused the connection`,
    "no-route": ({ host }) => `There is no network route to ${host}`,
    "no-answer": ({ host }) => `${host} does not answer`,
    "no-tls": ({ host, reason }) => `No secure connection (TLS) to ${host} is possible (${reason})`,
    proxy: ({ host, reason }) => `A proxy does not let through to ${host}${reason && ` (${reason})`}`,
    "basic-authentication": ({ host }) => `${host} asks for Basic authentication`,
    "access-restriction": ({ host }) => `${host}, or something before it, does not permit access from this computer`,
    redirect: ({ host }) => `${host} leads to another address instead of answering`,
    website: ({ host }) => `What answers at ${host} is not the API of kintone`,
  },
  remedy: {
    certificate:
      "Check the address and the date of this computer. If a proxy or firewall of your network shows a certificate of its own, give Node the certificate of its authority with NODE_EXTRA_CA_CERTS.",
    name: address,
    "name-server": network,
    refused: network,
    "no-route": network,
    "no-answer": network,
    "no-tls": `${address} Check the port, if there is one in it.`,
    proxy: "If it asks for a login (407), ask the administrator of your network to let this computer through without.",
    "basic-authentication":
      "The backup cannot log in to that. Ask the administrator of kintone to turn Basic authentication off for this use.",
    "access-restriction":
      "Usually it is an IP address restriction. Ask the administrator of kintone to permit the IP address of this computer, or of your network about a firewall or proxy.",
    redirect: address,
    website: `${address} A firewall, a proxy or a login page may be in the way, too.`,
  },
};
