/** kintone writes the guest space of the page into the URLs that it makes for it (cybozu.dev, `kintone.api.url`). */
export function guestSpaceOfPage(): string | undefined {
  return /\/k\/guest\/(\d+)\//.exec(kintone.api.url("/k/v1/records", true))?.[1];
}
