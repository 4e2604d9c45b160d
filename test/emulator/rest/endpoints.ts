import { apps } from "./apps";
import { bulkRequest } from "./bulk-request";
import { customize } from "./customize";
import { deploy } from "./deploy";
import type { Endpoint } from "./endpoint";
import { files } from "./files";
import { form } from "./form";
import { plugins } from "./plugins";
import { records } from "./records";
import { settings } from "./settings";
import { views } from "./views";

const single: Endpoint[] = [
  ...apps,
  ...records,
  ...files,
  ...form,
  ...views,
  ...settings,
  ...customize,
  ...plugins,
  ...deploy,
];

/** The whole REST API. */
export const endpoints: Endpoint[] = [...single, bulkRequest(single)];
