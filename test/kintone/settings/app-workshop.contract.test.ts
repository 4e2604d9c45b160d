import type { AppPlace } from "../../../src/domain/app-workshop";
import { retrying } from "../../../src/kintone/connection/retrying";
import { createAppWorkshop } from "../../../src/kintone/settings/app-workshop";
import { appWorkshopContract } from "../../contracts/app-workshop";
import { localKintone } from "../local-kintone";

const kintone = localKintone();
const { domain } = kintone;
domain.spaces.add({ id: 5, name: "設計", administrators: ["admin"], members: ["sato"] });

const patient = (name: string) =>
  createAppWorkshop(retrying(kintone.connection.as(name), { minTimeout: 1, maxTimeout: 4 }));

const places: Array<[where: string, place: AppPlace]> = [
  ["outside of spaces", {}],
  ["in a space", { spaceId: "5" }],
  ["in a guest space", { spaceId: "3", isGuest: true }],
];

for (const [where, place] of places) {
  appWorkshopContract(`kintone, ${where},`, () => ({
    ...{ workshop: patient("admin"), stranger: patient("sato"), place },
    failNext({ appId }) {
      domain.apps.get(Number(appId))!.nextDeployment = "FAIL";
    },
    loseAnswers(path) {
      const id = domain.faults.add({ when: { method: "POST", path }, do: { kind: "drop", after: true } });
      return () => domain.faults.remove(id);
    },
    count: () => domain.apps.size,
  }));
}
