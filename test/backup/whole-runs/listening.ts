/** What a request of a backup is for. */
export type Purpose =
  | "page"
  | "versions"
  | "count"
  | "by-id"
  | "sample"
  | "record"
  | "comments"
  | "file"
  /** Everything else is a setting. */
  | "setting";

/** A request on its way to kintone. */
export interface SeenRequest {
  purpose: Purpose;
  /** Below `/k/v1/`, without `.json`. */
  path: string;
  /** The value of a parameter, of a POST that means GET too. */
  parameter(name: string): string | undefined;
  /** How many requests of this purpose there were, this one included. */
  nth: number;
}

interface Listener {
  before?: ((request: SeenRequest) => void | Promise<void>) | undefined;
  answer?: ((request: SeenRequest, body: string) => string) | undefined;
}

/** A `fetch` that lets a test act before each request, and edit the JSON that comes back. */
export function listening({ before, answer }: Listener): typeof fetch {
  const seen = new Map<Purpose, number>();
  return async (input, init) => {
    const described = describe(String(input), init);
    const nth = (seen.get(described.purpose) ?? 0) + 1;
    seen.set(described.purpose, nth);
    const request = { ...described, nth };
    await before?.(request);
    const response = await fetch(input, init);
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    if (!answer || !isJson || request.purpose === "file") return response;
    const body = answer(request, await response.text());
    return new Response(body, { status: response.status, headers: { "content-type": "application/json" } });
  };
}

function describe(address: string, init: RequestInit | undefined): Omit<SeenRequest, "nth"> {
  const url = new URL(address);
  const path = url.pathname.replace(/^\/k(\/guest\/\d+)?\/v1\//, "").replace(/\.json$/, "");
  const body = typeof init?.body === "string" ? (JSON.parse(init.body) as Record<string, unknown>) : {};
  const parameter = (name: string) => {
    const value = url.searchParams.get(name) ?? body[name];
    return value === undefined ? undefined : String(value);
  };
  // GET has fields in the address, one by one; an address that would be too long becomes a POST.
  const fields = [...url.searchParams].flatMap(([name, value]) => (name.startsWith("fields[") ? [value] : []));
  const revisionsOnly = String(body.fields ?? fields) === "$id,$revision";
  return { path, parameter, purpose: purposeOf(path, parameter, revisionsOnly) };
}

function purposeOf(path: string, parameter: SeenRequest["parameter"], revisionsOnly: boolean): Purpose {
  switch (path) {
    case "record/comments":
      return "comments";
    case "file":
    case "record":
      return path;
    case "records":
      break;
    default:
      return "setting";
  }
  const query = parameter("query") ?? "";
  if (parameter("totalCount") === "true") return "count";
  if (query.includes("$id in (")) return "by-id";
  if (revisionsOnly) return "versions";
  return query.includes("$id desc") ? "sample" : "page";
}
