import { createTargets } from "../../../src/history/targets/targets";
import { targetsContract } from "../../contracts/targets";
import { appsInKintone } from "../management-app/app-in-kintone";
import { createInMemoryStore } from "../management-app/in-memory-store";

const appInKintone = appsInKintone();

targetsContract("an app in kintone", async () => {
  const { app, store } = appInKintone();
  return { store, targets: createTargets(store), remove: (id) => app.records.delete(Number(id)) };
});
targetsContract("the store of the history's tests", async () => {
  const { store, remove } = createInMemoryStore({ now: new Date("2026-11-23T03:00:00Z") });
  return { store, targets: createTargets(store), remove };
});
