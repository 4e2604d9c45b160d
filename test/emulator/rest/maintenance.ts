import { inMaintenance } from "../errors";
import type { Endpoint } from "./endpoint";

/**
 * While an app is in maintenance mode its records can be neither read nor written, by nobody; its settings can
 * (kintone help "maintenance mode"; whether its administrators may after all is told in both ways: the stricter one is taken).
 */
export const closedInMaintenance = (endpoint: Endpoint): Endpoint =>
  isAboutRecords(endpoint.path)
    ? {
        ...endpoint,
        handle(call) {
          const id = call.parameters.values.app;
          if (call.domain.apps.get(Number(id))?.isInMaintenance) throw inMaintenance();
          return endpoint.handle(call);
        },
      }
    : endpoint;

const isAboutRecords = (path: string): boolean => /^records?(\.json|\/(?!acl))/.test(path);
