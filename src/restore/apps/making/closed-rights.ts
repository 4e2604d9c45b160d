const [EVERYTHING, NOTHING] = [true, false].map((allowed) => ({
  ...{ appEditable: allowed, recordViewable: allowed, recordAddable: allowed, recordEditable: allowed },
  ...{ recordDeletable: allowed, recordImportable: allowed, recordExportable: allowed },
}));

/** Permissions of an app by which only who made it may do anything with it (OpenAPI 20250423: app/acl). The creator has no code. */
export const ONLY_ITS_MAKER = [
  { entity: { type: "CREATOR" }, includeSubs: false, ...EVERYTHING },
  { entity: { type: "GROUP", code: "everyone" }, includeSubs: false, ...NOTHING },
];
