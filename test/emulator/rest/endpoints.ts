import { acl } from "./acl";
import { actions } from "./actions";
import { adminNotes } from "./admin-notes";
import { apps } from "./apps";
import { bulkRequest } from "./bulk-request";
import { categories } from "./categories";
import { comments } from "./comments";
import { cursors } from "./cursors";
import { customize } from "./customize";
import { deploy } from "./deploy";
import type { Endpoint } from "./endpoint";
import { files } from "./files";
import { form } from "./form";
import { guests } from "./guests";
import { notifications } from "./notifications";
import { oldForm } from "./old-form";
import { plugins } from "./plugins";
import { process } from "./process";
import { records } from "./records";
import { reports } from "./reports";
import { search } from "./search";
import { settings } from "./settings";
import { spaces } from "./spaces";
import { statistics } from "./statistics";
import { views } from "./views";

const single: Endpoint[] = [
  ...apps,
  ...records,
  ...cursors,
  ...comments,
  ...files,
  ...form,
  ...oldForm,
  ...views,
  ...settings,
  ...process,
  ...acl,
  ...notifications,
  ...reports,
  ...actions,
  ...adminNotes,
  ...categories,
  ...customize,
  ...plugins,
  ...deploy,
  ...spaces,
  ...guests,
  ...statistics,
  ...search,
];

/** The whole REST API. */
export const endpoints: Endpoint[] = [...single, bulkRequest(single)];
