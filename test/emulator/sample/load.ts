import type { Domain } from "../domain/domain";
import type { Input } from "../records/write";
import {
  GUEST_SPACE_ID,
  type SampleApp,
  type SampleFile,
  type SampleRecord,
  type SampleRow,
  type SampleValue,
} from "./app";
import { createCustomers } from "./customers";
import { createDocuments } from "./documents/collection";
import { createDrawings } from "./drawings";
import { createInspections } from "./inspections";
import { newProject } from "./new-project";
import { groups, organizations, PASSWORD, people } from "./people";
import { createPersonnelReviews } from "./personnel-reviews";
import { createProductionHistory } from "./production-history";
import { createQualityRecords } from "./quality-records";
import { usualRights } from "./rights";
import { createSupplierCorrespondence, guestSpaceMembers } from "./supplier-correspondence";

interface SampleOptions {
  /** The same seed gives the same people, apps, records and files, byte for byte. */
  seed?: number;
}

/** Puts the manufacturer into an empty domain. @throws KintoneError when a record does not fit its form */
export async function loadSample(domain: Domain, options: SampleOptions = {}): Promise<void> {
  for (const organization of organizations) domain.people.addOrganization(organization);
  for (const group of groups) domain.people.addGroup(group);
  for (const person of people) domain.people.addUser({ ...person, password: PASSWORD });
  domain.spaces.add({
    id: GUEST_SPACE_ID,
    name: "仕入先とのやり取り",
    isGuest: true,
    administrators: ["admin"],
    members: guestSpaceMembers,
  });
  for (const app of await createSampleApps(options.seed)) loadApp(domain, app);
}

/** All apps of the sample; an app whose records others look up comes before them. */
export async function createSampleApps(seed = 1): Promise<SampleApp[]> {
  const documents = await createDocuments(seed);
  return [
    createCustomers(seed),
    await createDrawings(seed, documents),
    await createInspections(seed, documents),
    createProductionHistory(seed, documents),
    createQualityRecords(seed, documents),
    createPersonnelReviews(seed),
    newProject,
    createSupplierCorrespondence(seed, documents),
  ];
}

function loadApp(domain: Domain, sample: SampleApp): void {
  const { id, records, ...settings } = sample;
  const app = domain.addApp({ acl: usualRights, ...settings, id: Number(id), creator: "admin" });
  for (const { values, comments = [], ...system } of records) {
    const added = app.addRecord(toInput(domain, values), system);
    for (const comment of comments) app.addComment(added.id, comment);
  }
}

function toInput(domain: Domain, values: SampleRecord["values"]): Input {
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value: toWritten(domain, value) }]));
}

function toWritten(domain: Domain, value: SampleValue): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: string | { code: string } | SampleFile | SampleRow) => {
    if (typeof item === "string" || "code" in item) return item;
    return "row" in item ? { value: toInput(domain, item.row) } : { fileKey: domain.files.store(item) };
  });
}
