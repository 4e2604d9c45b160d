/** A secret that a test planted, and how to find it again, whatever was done to it on its way. */
export interface PlantedSecret {
  name: string;
  value: string;
}

/** The spellings in which a text is sent, quoted and stored. */
export function spellingsOf(value: string): string[] {
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    Array.from({ length: value.length }, (_, at) => `\\u${value.charCodeAt(at).toString(16).padStart(4, "0")}`).join(
      "",
    ),
    encodeURIComponent(value),
    new URLSearchParams({ value }).toString().slice("value=".length),
    value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
    Buffer.from(value).toString("hex"),
    ...base64At(value),
  ];
}

/** Base64 of a text in the middle of another: the same in three ways, of which the first and last signs depend on the neighbours. */
function base64At(value: string): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]).toString("base64");
    const whole = encoded.replace(/[=]+$/, "");
    return whole.slice(before === 0 ? 0 : before + 1, whole.length - 1);
  });
}

/** The names of those secrets of which anything is in the bytes. */
export function secretsIn(bytes: Uint8Array | string, secrets: readonly PlantedSecret[]): string[] {
  const text = (typeof bytes === "string" ? bytes : Buffer.from(bytes).toString("utf8")).toLowerCase();
  return secrets
    .filter(({ value }) => spellingsOf(value).some((spelling) => text.includes(spelling.toLowerCase())))
    .map(({ name }) => name);
}
