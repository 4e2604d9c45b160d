import { recordStoreContract } from "../../contracts/record-store";
import { appsInKintone } from "../../history/management-app/app-in-kintone";
import { createInMemoryStore } from "../../history/management-app/in-memory-store";

const appInKintone = appsInKintone();

recordStoreContract("kintone", async () => appInKintone());
recordStoreContract("the store of the history's tests", async () => {
  const time = { now: new Date() };
  return { store: createInMemoryStore(time).store, time };
});
