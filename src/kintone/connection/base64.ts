/** Of the text as UTF-8: `btoa` knows only bytes, and passwords are not only ASCII. */
export function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
