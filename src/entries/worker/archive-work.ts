import type { DrillWork } from "../../screens/drill/drill-desk";
import type { RestoreWork } from "../../screens/restore/restore-desk";

/** Whatever is done with the archive that is open. */
export type ArchiveWork = RestoreWork & DrillWork;
