import type { Domain } from "../domain/domain";
import { createDomain } from "../domain/domain";
import { restoreSnapshot, takeSnapshot } from "./snapshot";

/** Another domain with all that is in this one. Whatever is done to either of them, the other does not change. */
export function copyDomain(original: Domain): Domain {
  const { files, plugins, now } = original;
  const copied = createCopier();
  const copy = createDomain({ now });
  for (const [key, file] of files.attached) copy.files.attached.set(key, copied(file));
  for (const [key, upload] of files.uploads) copy.files.uploads.set(key, copied(upload));
  // A plugin is replaced as a whole, and nothing ever changes one.
  for (const [id, plugin] of plugins) copy.plugins.set(id, plugin);
  restoreSnapshot(copied(takeSnapshot(original)), copy);
  return copy;
}

/** What is met twice is copied once: a file in a record is the one in the list of files. Bytes are shared. */
function createCopier(): <Value>(value: Value) => Value {
  const copies = new Map<object, unknown>();
  const copyOf = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
    const known = copies.get(value);
    if (known) return known;
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      copies.set(value, list);
      for (const item of value) list.push(copyOf(item));
      return list;
    }
    const object: Record<string, unknown> = {};
    copies.set(value, object);
    for (const [key, member] of Object.entries(value)) object[key] = copyOf(member);
    return object;
  };
  return (value) => copyOf(value) as typeof value;
}
