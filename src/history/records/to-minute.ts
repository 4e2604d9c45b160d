/** kintone's DATETIME without the milliseconds, which its documentation does not know; it drops the seconds itself. */
export function toMinute(date: Date): string {
  return `${date.toISOString().slice(0, 16)}:00Z`;
}
