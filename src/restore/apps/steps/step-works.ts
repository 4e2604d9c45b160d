import type { RebuildStep } from "../step";
import { actions } from "./actions";
import { customization } from "./customization";
import { fields } from "./fields";
import { general } from "./general";
import { graphs } from "./graphs";
import { layout } from "./layout";
import { lookups, relatedRecords } from "./linked-fields";
import { notes } from "./notes";
import { notifications } from "./notifications";
import { appPermissions, permissions } from "./permissions";
import { plugins } from "./plugins";
import { process } from "./process";
import type { StepWork } from "./step-context";
import { views } from "./views";

/** What each step does to an app that is there. */
export const STEP_WORKS: Readonly<Record<Exclude<RebuildStep, "making">, StepWork>> = {
  ...{ fields, lookups, process, "related-records": relatedRecords },
  ...{ layout, views, graphs, general, actions, notes, plugins, customization },
  ...{ notifications, permissions, "app-permissions": appPermissions },
};
