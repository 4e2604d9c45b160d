import fc from "fast-check";
import type { App } from "../../emulator/domain/app";
import type { Domain } from "../../emulator/domain/domain";
import { happen } from "../../emulator/faults/events";
import { addInspection, newFile } from "./inspections";

/** Something that people do with the records of an inspection app with so many. */
export function actsOn(records: number): fc.Arbitrary<Act> {
  const id = fc.integer({ min: 1, max: records + 5 });
  return fc.oneof(
    fc.record({ kind: fc.constant("add" as const) }),
    fc.record({ kind: fc.constantFrom("edit" as const, "judge" as const, "file" as const, "delete" as const), id }),
  );
}

type Act = { kind: "add" } | { kind: "edit" | "judge" | "file" | "delete"; id: number };

export function perform(domain: Domain, app: App, done: Act): void {
  if (done.kind === "add") return void addInspection(domain, app, 20);
  const record = app.records.get(done.id);
  if (!record) return;
  if (done.kind === "delete") return app.records.delete(done.id);
  const changes = {
    edit: () => ({ 品番: { value: `edited ${record.revision}` } }),
    judge: () => ({ 判定: { value: record.values["判定"] === "良" ? "否" : "良" } }),
    file: () => ({ 添付: { value: [newFile(domain, "図面.txt", `file ${record.revision}`)] } }),
  };
  const event = { name: "record-changed", app: app.id, id: done.id, record: changes[done.kind]() } as const;
  happen(event, domain, undefined as never);
}
