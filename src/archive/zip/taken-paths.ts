import { foldedName } from "../names";

/**
 * Paths as Windows or macOS would tell them apart. A file can have neither the path of another nor of its folder.
 *
 * Memory grows with the length of the paths, however many folders they have in common or not: a folder is remembered
 * as its name and the number of the folder that it is in, because paths without end have folders without end.
 */
export function createTakenPaths() {
  const files = new Set<string>();
  const folders = new Map<string, number>();

  /** The number of a folder, which is there from now on. */
  function numberOf(name: string): number {
    const number = folders.get(name) ?? folders.size + 1;
    folders.set(name, number);
    return number;
  }

  return {
    /** Whether it was still free. A path that ends with `/` is that of a folder. */
    add(path: string): boolean {
      const segments = foldedName(path).split("/");
      const name = segments.pop() ?? "";
      let isFree = true;
      let holder = 0;
      for (const segment of segments) {
        const folder = `${holder}/${segment}`;
        isFree &&= !files.has(folder);
        holder = numberOf(folder);
      }
      if (name === "") return isFree;
      const file = `${holder}/${name}`;
      isFree &&= !files.has(file) && !folders.has(file);
      files.add(file);
      return isFree;
    },
  };
}
