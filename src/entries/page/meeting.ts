import manifest from "../../../manifest.json";
import type { Parts } from "./parts";

/**
 * kintone loads each file of a plugin by a script tag of its own, and gives none of them a way to name another. The two files of a page
 * find each other by events of the document, which need no global, no address and no order: whoever comes first is asked,
 * or told, when the other one is there. Files of the same version are interchangeable, whatever plugin id they came under.
 */
const WANTED = `kintone-backup-manager/${manifest.version}/parts-wanted`;
const OFFERED = `kintone-backup-manager/${manifest.version}/parts-offered`;

/** Somebody who pressed a button waits that long for a file that is still on its way. */
const PATIENCE_MS = 15_000;

/** The other file did not arrive: it could not be loaded, or broke while it was. */
export class PartsMissing extends Error {}

/** Resolves to the parts, as soon as they are there. Rejects with `PartsMissing`; asked again, it waits again. */
export type FindParts = () => Promise<Parts>;

/** For the file that is needed at once. */
export function seekParts(): FindParts {
  let found: Parts | undefined;
  const arrived = new Promise<void>((resolve) => {
    document.addEventListener(OFFERED, (event) => {
      found ??= (event as CustomEvent<Parts>).detail;
      resolve();
    });
  });
  document.dispatchEvent(new CustomEvent(WANTED));
  return async () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
    await Promise.race([arrived, tooLate]);
    clearTimeout(timer);
    if (!found) throw new PartsMissing("The plugin's second file is not there");
    return found;
  };
}

/** For the file with everything else. */
export function offerParts(parts: Parts): void {
  const offer = () => document.dispatchEvent(new CustomEvent(OFFERED, { detail: parts }));
  document.addEventListener(WANTED, offer);
  offer();
}
