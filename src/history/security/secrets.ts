import type { AppRecord } from "../../domain/record-store";
import type { PresentField } from "../../domain/settings-desk";
import { formFields } from "../app-definition/fields";
import { japanese } from "../app-definition/japanese";
import type { SecretPlace } from "./item";

const NAMES =
  /pass(?:word|wd|phrase|code)|\bpwd\b|secret|token|credential|api[ _-]?key|private[ _-]?key|パスワード|暗証番号|シークレット|トークン|APIキー|秘密鍵|密码|密钥|令牌/iu;

/** What secrets look like: each of them is a form that hardly anything else has. */
const VALUES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/u,
  /\b(?:bearer|basic)\s+[\w+/=.~-]{12,}/iu,
  /(?:password|passwd|\bpwd|token|secret|api[_-]?key|パスワード|トークン|密码|令牌)["']?\s*[:=：＝]\s*["']?[^\s"',;]{4,}/iu,
  /\bAKIA[0-9A-Z]{16}\b/u,
  /\bgh[opsur]_[A-Za-z0-9]{30,}/u,
  /\bxox[abprs]-[\w-]{10,}/u,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\./u,
  /\bhttps?:\/\/[^\s/:@]+:[^\s/@]+@/iu,
  // kintone's API tokens: 40 letters and digits (`src/kintone/connection/secrets.ts`). A SHA-1 has no letters behind f.
  /(?<![A-Za-z0-9])(?=[A-Za-z0-9]*[0-9])(?=[A-Za-z0-9]*[g-zG-Z])[A-Za-z0-9]{40}(?![A-Za-z0-9])/u,
];

/** Whether a text holds something that looks like a password, a key or a token. */
export function looksLikeSecret(text: string): boolean {
  return VALUES.some((value) => value.test(text));
}

interface Searched {
  /** What every user of the app can read of the plugin: name to text. */
  config: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, PresentField>>;
  targets: readonly AppRecord[];
}

/** Where in what belongs to the backup something looks like a secret: it has no use for any. */
export function secretPlaces({ config, fields, targets }: Searched): SecretPlace[] {
  const ours = formFields(japanese);
  return [
    ...Object.keys(config)
      .filter((name) => looksLikeSecret(config[name] ?? ""))
      .map((name) => ({ kind: "config", name }) as const),
    ...Object.values(fields)
      .flatMap((field) => [field, ...Object.values(field.fields ?? {})])
      .filter(({ code, label = "" }) => !Object.hasOwn(ours, code) && (NAMES.test(code) || NAMES.test(label)))
      .map(({ code, label }) => ({ kind: "field", code, label: label ?? code }) as const),
    ...targets.flatMap(placesIn),
  ];
}

function placesIn(record: AppRecord): SecretPlace[] {
  const appName = String(record.target_app_name?.value || record.target_app_id?.value || "");
  return Object.entries(record)
    .filter(([, { value }]) => typeof value === "string" && looksLikeSecret(value))
    .map(([field]) => ({ kind: "target", appName, field }));
}
