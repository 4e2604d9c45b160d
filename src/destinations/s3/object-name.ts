/** What every store takes in the name of an object (Sakura's takes little else), without the mark of what is put otherwise. */
const PLAIN = /[A-Za-z0-9\-_.]/;

/** The name of a file as the end of a key: what is not plain is written as `!` and two digits for each byte of UTF-8. */
export function objectName(fileName: string): string {
  return [...fileName.normalize("NFC")]
    .map((letter) => (PLAIN.test(letter) ? letter : [...new TextEncoder().encode(letter)].map(escaped).join("")))
    .join("");
}

const escaped = (byte: number) => `!${byte.toString(16).padStart(2, "0")}`;

/** The name of the file; that of an object of somebody else, as it is. */
export function fileNameOf(object: string): string {
  if (!/^(?:[A-Za-z0-9\-_.]|![0-9a-f]{2})*$/.test(object)) return object;
  const bytes = [...object.matchAll(/!([0-9a-f]{2})|([^!])/g)].map(([, hex, plain = ""]) =>
    hex ? parseInt(hex, 16) : plain.charCodeAt(0),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
