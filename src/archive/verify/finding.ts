export type FindingCode =
  /** Not a zip, or laid out as no volume is. */
  | "UNREADABLE"
  | "MANIFEST_MISSING"
  | "MANIFEST_INVALID"
  /** In the manifest, not in the volume; or, of a target's files with numbers, in no manifest. */
  | "ENTRY_MISSING"
  /** In the volume, not in the manifest. */
  | "ENTRY_SURPLUS"
  /** An unsafe or ambiguous path, a duplicate, no plain file, encrypted, or an entry where none may be. */
  | "ENTRY_REFUSED"
  /** Cannot be unpacked, or its CRC does not agree. */
  | "ENTRY_DAMAGED"
  | "SIZE_MISMATCH"
  | "DIGEST_MISMATCH"
  /** There are not as many records, comments or attachments as the manifest says were written. */
  | "COUNT_MISMATCH"
  /** The last volume lists it, or its number is left out between those of others. */
  | "VOLUME_MISSING"
  /** Of another run than the others. Nothing else is said about it. */
  | "VOLUME_FOREIGN"
  /** Another volume has its number, too. */
  | "VOLUME_TWICE"
  /** Its number is above that of the last one. */
  | "VOLUME_SURPLUS"
  /** Not called as the last volume lists it. Harmless, but the history and the archive digest speak of the other name. */
  | "VOLUME_NAME_MISMATCH"
  /** Not the bytes that the last volume lists. */
  | "VOLUME_SIZE_MISMATCH"
  | "VOLUME_DIGEST_MISMATCH"
  /** No volume is the last one, so that nothing tells how many there are. */
  | "LAST_MISSING"
  /** Volumes of different numbers both say that they are the last one. */
  | "LAST_TWICE"
  /** A volume's list of volumes has not as many as it should: the last one lists all before it, any other none. */
  | "VOLUME_LIST_WRONG"
  /** Two entries that would overwrite each other when all volumes are unzipped into one folder, on Windows or macOS at least. */
  | "PATH_TWICE"
  /** `README.txt` may be at the root of the first volume, and nowhere else. */
  | "README_MISPLACED"
  /** The last volume does not know the target of an entry, or a target that another volume knows. */
  | "TARGET_UNKNOWN"
  /** A volume says something else about a target than the last one. */
  | "TARGET_MISMATCH";

/** One thing that is wrong with a volume, or with an archive. */
export interface Finding {
  code: FindingCode;
  /** File name of the volume, when an archive of several is judged and it is about one. */
  volume?: string;
  /** The entry, or the folder of the target, when it is about one. */
  path?: string;
  /** Bytes, records, comments, attachments, or volumes. */
  expected?: number;
  actual?: number;
  /** For developers. */
  message: string;
}
