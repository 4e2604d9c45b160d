import { generate } from "selfsigned";

export interface Certificate {
  /** PEM. */
  key: string;
  /** PEM; what `NODE_EXTRA_CA_CERTS` must name. */
  cert: string;
}

const day = 24 * 60 * 60 * 1000;

/** A certificate for `localhost` and the loop-back addresses that is its own authority, made anew at each start. */
export async function makeCertificate(now: Date): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    algorithm: "sha256",
    keyType: "ec",
    notBeforeDate: new Date(now.getTime() - day),
    notAfterDate: new Date(now.getTime() + 365 * day),
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  return { key, cert };
}
