import { Hono } from "hono";
import type { Sessions } from "../access/sessions";
import type { Domain } from "../domain/domain";
import { controlPage } from "./control-page";
import { happen } from "./events";
import type { Fault, FaultEvent } from "./faults";

/**
 * Faults over HTTP, for a person on a page and for tests in other processes. It is no part of kintone and has no log-in:
 * the emulator listens on localhost only.
 */
export function createControl(domain: Domain, sessions: Sessions): Hono {
  const control = new Hono();
  control.get("/emulator/", (context) => context.html(controlPage));
  control.get("/emulator/faults", (context) => context.json(domain.faults.list()));
  control.post("/emulator/faults", async (context) => {
    const fault = await context.req.json<Fault>();
    return context.json({ id: domain.faults.add(fault) });
  });
  control.delete("/emulator/faults", (context) => {
    domain.faults.clear();
    return context.json({});
  });
  control.post("/emulator/events", async (context) => {
    happen(await context.req.json<FaultEvent>(), domain, sessions);
    return context.json({});
  });
  control.get("/emulator/requests", (context) => {
    const counts = [...domain.apps.values()].map((app) => [String(app.id), app.requests]);
    return context.json(Object.fromEntries(counts) as Record<string, number>);
  });
  control.get("/emulator/outgoing", (context) => context.json(domain.outgoing.messages));
  return control;
}
