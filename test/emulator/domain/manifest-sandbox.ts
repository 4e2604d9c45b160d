/**
 * What the manifest of a plugin says of its sandbox (experimental), by the schema of `@kintone/plugin-manifest-validator`: as 11.2.0 has
 * it, with `permissions` as an object, or 11.3.0, as a list. Whether kintone itself checks the same when a plugin is installed is not known.
 */
export interface ManifestSandbox {
  sandbox?: unknown;
  allowed_hosts?: unknown;
  allowed_domains?: unknown;
  permissions?: unknown;
}

export function isSandboxRight({
  sandbox,
  allowed_hosts: hosts,
  allowed_domains: domains,
  permissions,
}: ManifestSandbox): boolean {
  if (sandbox !== undefined && typeof sandbox !== "boolean") return false;
  if (sandbox === true && (hosts === undefined || permissions === undefined)) return false;
  if (hosts !== undefined && !isListOf(hosts, (host) => host === "*" || isUri(host))) return false;
  if (domains !== undefined && domains !== "SELF" && domains !== "ANY") return false;
  return permissions === undefined || arePermissions(permissions);
}

function arePermissions(permissions: unknown): boolean {
  if (Array.isArray(permissions)) return permissions.every(isPermission);
  if (typeof permissions !== "object" || permissions === null) return false;
  return Object.entries(permissions).every(
    ([name, list]) => (name === "js_api" || name === "rest_api") && isListOf(list, isText),
  );
}

function isPermission(permission: unknown): boolean {
  if (typeof permission !== "object" || permission === null) return false;
  return "permission" in permission && isText(permission.permission);
}

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

/** With a scheme. */
const isUri = (value: unknown): boolean => typeof value === "string" && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);

function isListOf(value: unknown, isOne: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne) && new Set(value).size === value.length;
}
