/** As much of XML as the answers of S3 have: elements without attributes that matter, and texts. */
export function valueIn(xml: string, element: string): string | undefined {
  const [inside] = elementsIn(xml, element);
  return inside === undefined ? undefined : unescaped(inside);
}

/** The inside of every such element, to look into. */
export function elementsIn(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}(?:\\s[^>]*)?>([\\s\\S]*?)</${element}>`, "g"))].map(
    ([, inside = ""]) => inside,
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
    },
  );
}
