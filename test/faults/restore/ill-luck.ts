import type { Domain } from "../../emulator/domain/domain";
import type { Random } from "../../emulator/sample/random";

/** What goes wrong between a restore and kintone. */
export const TROUBLES = {
  "an answer to adding is lost, and it was done": ["POST", "records.json", { kind: "drop", after: true }],
  "an answer to adding is lost, and nothing was done": ["POST", "records.json", { kind: "drop" }],
  "an answer to adding is cut off": ["POST", "records.json", { kind: "truncate", bytes: 7, quiet: true }],
  "adding meets a gateway's 502": ["POST", "records.json", { kind: "unavailable", body: "html", status: 502 }],
  "adding meets a lock": ["POST", "records.json", { kind: "error", code: "GAIA_DA02" }],
  "an answer to changing is lost, and it was done": ["PUT", "records.json", { kind: "drop", after: true }],
  "an answer to changing is lost, and nothing was done": ["PUT", "records.json", { kind: "drop" }],
  "an answer to changing is cut off": ["PUT", "records.json", { kind: "truncate", bytes: 7, quiet: true }],
  "changing meets too many requests": ["PUT", "records.json", { kind: "error", code: "GAIA_TO04" }],
  "changing meets a gateway's 429": ["PUT", "records.json", { kind: "unavailable", body: "text", status: 429 }],
  "adding meets a 520 of nobody knows whom": [
    "POST",
    "records.json",
    { kind: "unavailable", body: "html", status: 520 },
  ],
  "adding meets a 500 when it was done": [
    "POST",
    "records.json",
    { kind: "answer", status: 500, body: "<html></html>", contentType: "text/html", after: true },
  ],
  "deleting meets a lock": ["DELETE", "records.json", { kind: "error", code: "GAIA_DA02" }],
  "the form cannot be read": ["GET", "app/form/fields.json", { kind: "unavailable", body: "html" }],
  "an answer to deleting is lost, and it was done": ["DELETE", "records.json", { kind: "drop", after: true }],
  "an answer to deleting is lost, and nothing was done": ["DELETE", "records.json", { kind: "drop" }],
  "an upload is lost": ["POST", "file.json", { kind: "drop" }],
  "kintone does not take a file": [
    "POST",
    "file.json",
    {
      kind: "answer",
      status: 400,
      contentType: "application/json",
      body: '{"code":"GAIA_XX99","id":"x","message":"no"}',
    },
  ],
  "a proxy lets no large file through": [
    "POST",
    "file.json",
    { kind: "answer", status: 413, contentType: "text/html", body: "<html></html>" },
  ],
  "records cannot be read": ["GET", "records.json", { kind: "unavailable", body: "text" }],
  "the log-in ends": ["POST", "records.json", { kind: "error", code: "CB_AU01" }],
  "the log-in ends while records are changed": ["PUT", "records.json", { kind: "error", code: "CB_AU01" }],
  "the right to change is gone": ["PUT", "records.json", { kind: "error", code: "CB_NO02" }],
} as const;

/** What goes wrong with which requests. */
export type Troubles = Readonly<Record<string, readonly [method: string, path: string, fault: object]>>;

/** Lets some of it happen, at the first few requests of its kind. Gives what. */
export function spoil({ faults }: Domain, random: Random, troubles: Troubles = TROUBLES): string[] {
  const names = random.some(Object.keys(troubles), random.integer(0, 3));
  for (const name of names) {
    const [method, path, fault] = troubles[name] ?? ["", "", {}];
    const when = {
      method,
      path,
      nth: random.integer(1, 4),
      ...(random.chance(0.2) && { times: random.integer(2, 4) }),
    };
    faults.add({ when, do: fault as never });
  }
  return names;
}
