import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

export interface Certificate {
  /** PEM. */
  key: string;
  /** PEM; what `NODE_EXTRA_CA_CERTS` must name. */
  cert: string;
}

/** A self-signed certificate (X.509, RFC 5280) for `localhost` and the loop-back addresses, made anew at each start. */
export function selfSigned(now: Date): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(set(sequence(objectId(commonName), text(0x0c, "localhost"))));
  const year = 365 * 24 * 60 * 60 * 1000;
  const signed = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    sequence(objectId(ecdsaWithSha256)),
    name,
    sequence(utcTime(new Date(now.getTime() - year)), utcTime(new Date(now.getTime() + year))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(alternativeNames(), authority())),
  );
  const signature = sign("sha256", signed, privateKey);
  const certificate = sequence(signed, sequence(objectId(ecdsaWithSha256)), bitString(signature));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64").replace(/(.{64})/g, "$1\n")}\n-----END CERTIFICATE-----\n`,
  };
}

// Object identifiers as their encoded bytes.
const commonName = [0x55, 0x04, 0x03];
const ecdsaWithSha256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const subjectAlternativeName = [0x55, 0x1d, 0x11];
const basicConstraints = [0x55, 0x1d, 0x13];

function alternativeNames(): Buffer {
  const names = sequence(
    text(0x82, "localhost"),
    tagged(0x87, Buffer.from([127, 0, 0, 1])),
    tagged(0x87, Buffer.concat([Buffer.alloc(15), Buffer.from([1])])),
  );
  return sequence(objectId(subjectAlternativeName), tagged(0x04, names));
}

/** It is its own authority. */
function authority(): Buffer {
  const isAuthority = tagged(0x01, Buffer.from([0xff]));
  return sequence(objectId(basicConstraints), isAuthority, tagged(0x04, sequence(isAuthority)));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  return Buffer.concat([Buffer.from([tag, ...sizeOf(length)]), content]);
}

/** DER wants the shortest form: one byte below 128, else how many bytes follow, and they. */
function sizeOf(length: number): number[] {
  if (length < 128) return [length];
  return length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
}

const sequence = (...items: Buffer[]): Buffer => tagged(0x30, Buffer.concat(items));
const set = (...items: Buffer[]): Buffer => tagged(0x31, Buffer.concat(items));
const integer = (value: Buffer): Buffer => tagged(0x02, value);
const objectId = (encoded: number[]): Buffer => tagged(0x06, Buffer.from(encoded));
const text = (tag: number, value: string): Buffer => tagged(tag, Buffer.from(value));
const bitString = (value: Buffer): Buffer => tagged(0x03, Buffer.concat([Buffer.from([0]), value]));
const utcTime = (date: Date): Buffer => text(0x17, `${date.toISOString().replace(/\D/g, "").slice(2, 14)}Z`);
