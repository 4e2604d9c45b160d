import type { WitnessedAnswer } from "../../emulator/rest/witness";

interface Coverage {
  /** One line per area of the API, then what is missing. */
  table: string;
  described: number;
  served: number;
  exercised: number;
}

/** Which endpoints of the description are there, and which of them were answered with success in this run. */
export function coverage(
  described: readonly string[],
  served: ReadonlySet<string>,
  answers: readonly WitnessedAnswer[],
): Coverage {
  const good = answers.filter(({ status }) => status < 400);
  const exercised = new Set(good.map(({ endpoint }) => endpoint));
  const inGuestSpace = new Set(good.filter((answer) => answer.inGuestSpace).map(({ endpoint }) => endpoint));
  const areas = [...new Set(described.map(areaOf))].sort();
  const count = (endpoints: readonly string[], set: ReadonlySet<string>) =>
    endpoints.filter((endpoint) => set.has(endpoint)).length;
  const row = (area: string, endpoints: readonly string[]) =>
    area.padEnd(24) +
    [endpoints.length, count(endpoints, served), count(endpoints, exercised), count(endpoints, inGuestSpace)]
      .map((number) => String(number).padStart(11))
      .join("");
  const list = (title: string, endpoints: readonly string[]) =>
    endpoints.length === 0 ? [] : [`${title}: ${endpoints.join(", ")}`];
  const known = new Set(described);
  const lines = [
    `${"".padEnd(24)}${["described", "served", "exercised", "in a guest"].map((title) => title.padStart(11)).join("")}`,
    ...areas.map((area) =>
      row(
        area,
        described.filter((endpoint) => areaOf(endpoint) === area),
      ),
    ),
    row("all", described),
    ...list(
      "not served",
      described.filter((endpoint) => !served.has(endpoint)),
    ),
    ...list(
      "served, not exercised",
      described.filter((endpoint) => served.has(endpoint) && !exercised.has(endpoint)),
    ),
    ...list(
      "served, not described",
      [...served].filter((endpoint) => !known.has(endpoint)),
    ),
  ];
  return {
    table: lines.join("\n"),
    described: described.length,
    served: count(described, served),
    exercised: count(described, exercised),
  };
}

/** `PUT preview/app/form/fields.json` is of the area `app/form`, `GET app/views.json` of `app`. */
function areaOf(endpoint: string): string {
  const [area = "", next] = (endpoint.split(" ")[1] ?? "")
    .replace(/^preview\//, "")
    .replace(".json", "")
    .split("/");
  return next === "form" || next === "notifications" ? `${area}/${next}` : area.replace(/s$/, "");
}
