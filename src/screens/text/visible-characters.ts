/** Characters that cannot be seen would leave the reader with an empty list. */
export function visible(characters: string | undefined): string {
  return [...(characters ?? "")].filter((character) => !/[\p{C}\p{Z}]/u.test(character)).join(" ");
}
