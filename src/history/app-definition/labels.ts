import type { FieldLabels } from "./fields";
import type { NotificationLabels } from "./notifications";
import type { ViewLabels } from "./views";

/**
 * What people read in the backup-management app. Each language is one object of this type (`labels-in.ts`).
 *
 * kintone's REST API gives translated names (`lang` of the GETs) but has no way to set them (OpenAPI 20250423: no PUT or
 * POST of fields, views or notifications takes `lang`), so an app gets the names of one language when it is made: that of
 * who makes it. Whoever wants the others types them in on the app's own screens; only codes and conditions are relied on.
 */
export interface Labels {
  appName: string;
  fields: FieldLabels;
  views: ViewLabels;
  notifications: NotificationLabels;
}
