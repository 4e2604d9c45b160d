import { invalidInput, invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import type { Sentence } from "../errors/kintone-error";

/** What a request says, from its query string or its JSON body; numbers come as strings too. */
export class Parameters {
  constructor(readonly values: Readonly<Record<string, unknown>>) {}

  has(name: string): boolean {
    const value = this.values[name];
    return value !== undefined && value !== null && value !== "";
  }

  /** All that is missing is told at once. @throws CB_VA01 */
  require(...names: string[]): void {
    const missing = names.filter((name) => !this.has(name));
    if (missing.length === 0) return;
    throw invalidInput(Object.fromEntries(missing.map((name) => [name, [sentences.requiredParameter]])));
  }

  /** A positive whole number. */
  id(name: string): number {
    this.require(name);
    return positive(this.values[name], name);
  }

  optionalId(name: string): number | undefined {
    return this.has(name) ? this.id(name) : undefined;
  }

  integer(name: string, limits: { least?: number; most?: number; standard: number }): number {
    if (!this.has(name)) return limits.standard;
    const value = whole(this.values[name], name);
    if (limits.least !== undefined && value < limits.least)
      throw invalidParameter(name, sentences.atLeast(limits.least));
    if (limits.most !== undefined && value > limits.most) throw invalidParameter(name, sentences.atMost(limits.most));
    return value;
  }

  /** Undefined when absent or -1: no check. */
  get revision(): number | undefined {
    if (!this.has("revision")) return undefined;
    const value = whole(this.values.revision, "revision");
    if (value < -1) throw invalidParameter("revision", sentences.atLeast(-1));
    return value === -1 ? undefined : value;
  }

  text(name: string): string {
    this.require(name);
    return this.optionalText(name) ?? "";
  }

  optionalText(name: string): string | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "string" && typeof value !== "number") throw invalidParameter(name, sentences.wrongShape);
    return String(value);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], standard: T): T {
    const value = this.optionalText(name) ?? standard;
    if (!allowed.includes(value as T)) throw invalidParameter(name, sentences.notInEnum);
    return value as T;
  }

  flag(name: string): boolean {
    const value = this.values[name];
    if (this.has(name) && ![true, false, "true", "false"].includes(value as boolean | string)) {
      throw invalidParameter(name, sentences.notBoolean);
    }
    return value === true || value === "true";
  }

  list(name: string, most: number, tooMany: Sentence = sentences.sizeBetween(0, most)): unknown[] | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) throw invalidParameter(name, sentences.wrongShape);
    if (value.length > most) throw invalidParameter(name, tooMany);
    return value;
  }

  texts(name: string, most: number, least = 0): string[] | undefined {
    const size = sentences.sizeBetween(least, most);
    const items = this.list(name, most, size);
    if (items && items.length < least) throw invalidParameter(name, size);
    return items?.map((item, index) => {
      if (typeof item !== "string" && typeof item !== "number") {
        throw invalidParameter(`${name}[${index}]`, sentences.wrongShape);
      }
      return String(item);
    });
  }

  ids(name: string, most: number, tooMany?: Sentence): number[] | undefined {
    return this.list(name, most, tooMany)?.map((item, index) => positive(item, `${name}[${index}]`));
  }

  object(name: string): Record<string, unknown> {
    this.require(name);
    const value = this.values[name];
    if (typeof value !== "object" || Array.isArray(value)) throw invalidParameter(name, sentences.wrongShape);
    return value as Record<string, unknown>;
  }

  optionalObject(name: string): Record<string, unknown> | undefined {
    return this.has(name) ? this.object(name) : undefined;
  }

  /** The objects of a list, each to be read like a request; `path` is where it stands. */
  objects(name: string, most: number, tooMany?: Sentence): Array<{ parameters: Parameters; path: string }> {
    this.require(name);
    return (this.list(name, most, tooMany) ?? []).map((item, index) => {
      const path = `${name}[${index}]`;
      if (typeof item !== "object" || item === null || Array.isArray(item))
        throw invalidParameter(path, sentences.wrongShape);
      return { parameters: new Parameters(item as Record<string, unknown>), path };
    });
  }
}

function whole(value: unknown, path: string): number {
  if (typeof value !== "number" && typeof value !== "string") throw invalidParameter(path, sentences.integer);
  if (!/^-?\d+$/.test(String(value))) throw invalidParameter(path, sentences.integer);
  return Number(value);
}

function positive(value: unknown, path: string): number {
  const number = whole(value, path);
  if (number < 1) throw invalidParameter(path, sentences.atLeast(1));
  return number;
}

/** The highest index of an array in a query string (cybozu.dev get-records). */
const maxIndex = 99;

/** `fields[0]=a&fields[1]=b&app=1` → `{fields: ["a", "b"], app: "1"}` */
export function fromQueryString(search: URLSearchParams): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, value] of search) {
    const match = /^([^[]+)\[(\d*)\]$/.exec(key);
    if (!match) {
      values[key] = value;
      continue;
    }
    const [, name = "", index = ""] = match;
    if (Number(index) > maxIndex) throw invalidParameter(name, sentences.atMost(maxIndex));
    const list = (values[name] ??= []);
    if (!Array.isArray(list)) throw invalidParameter(name, sentences.wrongShape);
    if (index === "") list.push(value);
    else list[Number(index)] = value;
  }
  return values;
}
