import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { BackupError } from "../../domain/errors";

/** What opens a bucket. */
export interface S3Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/**
 * From where the tools of AWS take them: a profile that was named, in its files; else the environment, else the usual profile. Rejects when there
 * are none.
 */
export async function findKeys(profile: string | undefined): Promise<S3Keys> {
  const { env } = process;
  const inEnvironment = profile === undefined && keysOf((name) => env[name.toUpperCase()]);
  if (inEnvironment) return inEnvironment;
  const file = env.AWS_SHARED_CREDENTIALS_FILE ?? join(homedir(), ".aws", "credentials");
  const section = await sectionOf(file, profile ?? env.AWS_PROFILE ?? "default");
  const inFile = keysOf((name) => section.get(name));
  if (inFile) return inFile;
  throw new BackupError("DELIVERY_FAILED", "There are no keys for the store", { facts: { refusal: "no-keys" } });
}

/** Of a store that was not named. */
export function usualRegion(): string {
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
  return AWS_REGION || AWS_DEFAULT_REGION || "us-east-1";
}

function keysOf(valueOf: (name: string) => string | undefined): S3Keys | undefined {
  const accessKeyId = valueOf("aws_access_key_id");
  const secretAccessKey = valueOf("aws_secret_access_key");
  const sessionToken = valueOf("aws_session_token");
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

/** The lines `name = value` behind `[section]`. */
async function sectionOf(file: string, section: string): Promise<Map<string, string>> {
  const lines = (await readFile(file, "utf8").catch(() => "")).split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === `[${section}]`);
  const values = new Map<string, string>();
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    if (line.trim().startsWith("[")) break;
    const [, name, value] = /^\s*([a-z_]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name && value) values.set(name, value);
  }
  return values;
}
