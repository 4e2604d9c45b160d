import { foldedName } from "./names";

/** Paths as Windows or macOS would tell them apart. A file can have neither the path of another nor of its folder. */
export function createTakenPaths() {
  const files = new Set<string>();
  const folders = new Set<string>();
  return {
    /** Whether it was still free. A path that ends with `/` is that of a folder. */
    add(path: string): boolean {
      const folded = foldedName(path);
      const parents = foldersOf(folded);
      const isFolder = folded.endsWith("/");
      const isFree = ![folded, ...parents].some((each) => files.has(each)) && (isFolder || !folders.has(folded));
      if (!isFolder) files.add(folded);
      for (const parent of parents) folders.add(parent);
      return isFree;
    },
  };
}

function foldersOf(path: string): string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join("/"));
}
