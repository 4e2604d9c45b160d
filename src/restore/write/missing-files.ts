/** Fields of a record that are left out because the archive lacks a file of theirs: names of files. */
export type MissingFiles = Readonly<Record<string, readonly string[]>>;

interface OfRecord {
  id: string;
  withoutFiles: MissingFiles;
}

/** As a result tells it. */
export const missingOf = ({ withoutFiles }: Pick<OfRecord, "withoutFiles">): { withoutFiles?: MissingFiles } =>
  Object.keys(withoutFiles).length > 0 ? { withoutFiles } : {};

/** As the journal keeps it, so that an attempt that goes on does not take for a deviation what is explained. */
export function missingByRecord(records: readonly OfRecord[]): { withoutFiles?: Record<string, MissingFiles> } {
  const lacking = records.filter(({ withoutFiles }) => Object.keys(withoutFiles).length > 0);
  if (lacking.length === 0) return {};
  return { withoutFiles: Object.fromEntries(lacking.map(({ id, withoutFiles }) => [id, withoutFiles])) };
}
