/** The end of the id is what no other one has; a name has no room for all of it. */
export const markOfRebuild = (rebuildId: string): string => rebuildId.slice(rebuildId.indexOf("-") + 1);
