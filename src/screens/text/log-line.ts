import type { LogEvent } from "../../engine/log";
import type { Messages } from "./messages";
import { describeProblem } from "./problem-sentence";

/** One line of a run's log, without its time. */
export function describeLogEvent(messages: Messages, event: LogEvent): string {
  const { log, status, step, quantities } = messages;
  const app = ({ appId, appName }: { appId: string; appName: string }) => log.app(appId, appName);
  switch (event.kind) {
    case "run-started":
      return log.runStarted(event.runId, event.operator, event.targets);
    case "target-started":
      return log.targetStarted(app(event.target), event.expectedRecords);
    case "target-finished": {
      const { target, records, attachments, bytes } = event.result;
      return log.targetFinished(
        app(target),
        status[event.result.status],
        records,
        attachments,
        quantities.bytes(bytes),
      );
    }
    case "problem": {
      const about = event.target ? `${app(event.target)}: ` : "";
      return `${about}${step[event.problem.step]}: ${describeProblem(messages, event.problem)}`;
    }
    case "volume-packed":
      return log.volumePacked(event.volume.name, quantities.bytes(event.volume.size), event.volume.sha256);
    case "volume-verified":
      return log.volumeVerified(event.volume.name, event.entries);
    case "volume-delivered":
      return log.volumeDelivered(event.volume.name);
    case "run-finished":
      return log.runFinished(status[event.status], event.requests);
  }
}
