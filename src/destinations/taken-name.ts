/** Not every place tells capitals from others, nor one Unicode form of a name from another. */
const folded = (name: string) => name.normalize("NFC").toLowerCase();

/** Whether anything lies under the name: a volume's name begins with it and a dot. */
export function isTakenAmong(found: readonly string[], name: string): boolean {
  const beginning = folded(`${name}.`);
  return found.some((each) => folded(each).startsWith(beginning));
}
