import { useReducer, useRef } from "preact/hooks";
import { cancelledByUser, toBackupError } from "../../domain/errors";
import type { RestoringMessages } from "../text/restoring/language";
import { type ArchiveDoubt, archiveDoubt } from "./archive-doubt";
import { AppsStep } from "./apps-step";
import { ChoicesStep } from "./choices-step";
import { ComparedStep } from "./compared-step";
import { ComparingStep } from "./comparing-step";
import { DoubtStep } from "./doubt-step";
import type { ArchivedApp, OpenedZips, RestoreDesk } from "./restore-desk";
import { BEGIN, changedRestore } from "./restore-state";
import { ZipsStep } from "./zips-step";

export interface RestoreScreenProps {
  messages: RestoringMessages;
  desk: RestoreDesk;
  /** Of the run whose archive is expected; any archive will do without it. */
  runId?: string;
  onClose: () => void;
}

/** From zips to a comparison, a step at a time. */
export function RestoreScreen({ messages, desk, runId, onClose }: RestoreScreenProps) {
  const [state, tell] = useReducer(changedRestore, BEGIN);
  const cancelling = useRef(new AbortController());

  const opened = async (zips: OpenedZips) => {
    const { archive, check } = zips;
    if (!archive) return tell({ news: "refused", opened: zips });
    tell({ news: "opened", archive, doubt: await doubtOf(desk, archive.runId, check) });
  };
  const compare = async (app: ArchivedApp, bytes: boolean) => {
    const { signal } = (cancelling.current = new AbortController());
    tell({ news: "compare", app });
    try {
      const wish = { folder: app.folder, bytes };
      const compared = await desk.compare(wish, { signal, report: (progress) => tell({ news: "progress", progress }) });
      tell({ news: "compared", compared });
    } catch (thrown) {
      tell({ news: "failed", error: toBackupError(thrown) });
    }
  };
  const cancel = () => {
    tell({ news: "cancel" });
    cancelling.current.abort(cancelledByUser());
  };

  const common = { messages, onClose };
  switch (state.step) {
    case "zips":
      return <ZipsStep {...common} {...state} {...(runId !== undefined && { runId })} desk={desk} onOpened={opened} />;
    case "doubt":
      return (
        <DoubtStep
          {...common}
          {...state}
          onTrust={() => tell({ news: "trusted" })}
          onOther={() => tell({ news: "other-zips" })}
        />
      );
    case "apps":
      return <AppsStep {...common} {...state} onCompare={compare} onOther={() => tell({ news: "other-zips" })} />;
    case "comparing":
      return <ComparingStep {...state} messages={messages} onCancel={cancel} />;
    case "compared":
      return (
        <ComparedStep
          {...common}
          {...state}
          desk={desk}
          onTick={(ticked) => tell({ news: "ticked", ticked })}
          {...(desk.canRestore && { onRestore: () => tell({ news: "choose" }) })}
          onOtherApp={() => tell({ news: "other-app" })}
        />
      );
    case "choosing":
      return (
        <ChoicesStep
          {...state}
          {...{ messages, desk }}
          onChange={(draft) => tell({ news: "draft", draft })}
          onBack={() => tell({ news: "look-again" })}
          onCheck={() => undefined}
        />
      );
  }
}

async function doubtOf(
  desk: RestoreDesk,
  runId: string,
  check: OpenedZips["check"],
): Promise<ArchiveDoubt | undefined> {
  try {
    return archiveDoubt(check, await desk.toldOf(runId));
  } catch (thrown) {
    return { kind: "unreadable", error: toBackupError(thrown) };
  }
}
