import type { Anomaly } from "../../../history/overview/anomalies";
import { limitsOf } from "../../text/asked/limits";
import type { HistoryView } from "./history-view";

/** What stands out, what it may mean, and what to do. */
export function anomalySentence(anomaly: Anomaly, { messages, moment, number, words }: HistoryView): string {
  const { history, quantities } = messages;
  const { anomalies } = history;
  const named = (appName: string, key: string) => (appName ? `${appName} (${key})` : key);
  const of = ({ appName, key }: { appName: string; key: string }) => named(appName, key);
  switch (anomaly.kind) {
    case "moved": {
      const { direction, measure, before, now } = anomaly;
      const written = (value: number) => (measure === "bytes" ? quantities.bytes(value) : number(value));
      return words(anomalies.moved[direction](of(anomaly), anomalies.measure[measure], written(before), written(now)));
    }
    case "asked": {
      const limits = (asked: typeof anomaly.now) => limitsOf(asked, messages.asked) ?? messages.asked.everything;
      const since = moment(anomaly.since.startedAt) ?? history.runs.unknownTime;
      return words(anomalies.asked(of(anomaly), since, limits(anomaly.before), limits(anomaly.now)));
    }
    case "form":
      return words(anomalies.form[anomaly.errorCode](of(anomaly)));
    case "rule": {
      const apps = anomaly.apps.map(({ appName, key }) => named(appName, key));
      return words(anomalies.rule[anomaly.change](messages.asked.rule(anomaly.rule), apps));
    }
    case "silent":
      return words(anomalies.silent(of(anomaly.target), number(anomaly.days)));
    case "failing":
      return words(anomalies.failing(of(anomaly.target), number(anomaly.target.failuresInRow)));
    case "unsaved":
      return words(anomalies.unsaved);
    case "restore": {
      const app = named(anomaly.run.appName, anomaly.run.key);
      return words(history.restores.doubt[anomaly.doubt](app, anomaly.run.archiveRunId));
    }
    case "drill":
      return words(
        history.drills.notPassed(of(anomaly.run), moment(anomaly.run.startedAt) ?? history.runs.unknownTime),
      );
    case "unproven":
      return words(history.drills.unproven[anomaly.never ? "never" : "long"](of(anomaly.target), number(anomaly.days)));
    case "uncovered": {
      const app = named(anomaly.app.name, anomaly.app.appId);
      return words(anomaly.disabled ? anomalies.disabled(app) : anomalies.uncovered(app));
    }
  }
}
