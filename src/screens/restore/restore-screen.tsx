import type { DrillDesk } from "../drill/drill-desk";
import { DrillScreen } from "../drill/drill-screen";
import { FailurePanel } from "../run/failure-panel";
import { AppsStep } from "./apps-step";
import { CheckedStep } from "./checked-step";
import { ChoicesStep } from "./choices-step";
import { ComparedStep } from "./compared-step";
import { ComparingStep } from "./comparing-step";
import { alreadyDecided } from "./decided-restore";
import { DoubtStep } from "./doubt-step";
import { NotSecuredStep } from "./not-secured-step";
import type { RestoreDesk } from "./restore-desk";
import { choicesOf } from "./restore-draft";
import { RestoredStep } from "./restored-step";
import { RestoringStep } from "./restoring-step";
import { type RestoreAsked, useRestore } from "./use-restore";
import { ZipsStep } from "./zips-step";

export interface RestoreScreenProps extends RestoreAsked {
  desk: RestoreDesk & DrillDesk;
  /** Of the run whose archive is expected; any archive will do without it. */
  runId?: string;
  onClose: () => void;
}

/** From zips to a comparison, and from there to a restore, a step at a time. Each step says what was found out before it. */
export function RestoreScreen({ runId, onClose, desk, ...others }: RestoreScreenProps) {
  const asked = { ...others, desk };
  const { messages, broken } = others;
  const { state, decided, tell, ...can } = useRestore(asked);
  const common = { messages, onClose };
  switch (state.step) {
    case "zips": {
      const expected = (broken?.start ?? decided?.plan)?.archive.runId ?? runId;
      return (
        <ZipsStep
          {...common}
          {...state}
          {...(expected !== undefined && { runId: expected })}
          {...{ desk, decided }}
          isGoingOn={broken !== undefined}
          onDecided={can.setDecided}
          onOpened={can.opened}
        />
      );
    }
    case "doubt":
      return (
        <DoubtStep
          {...common}
          {...state}
          onTrust={() => can.trust(state)}
          onOther={() => tell({ news: "other-zips" })}
        />
      );
    case "apps":
      return (
        <AppsStep
          {...common}
          {...state}
          desk={desk}
          onCompare={can.compare}
          onDrill={() => can.lookAt({ news: "drill" })}
          onOther={() => can.lookAt({ news: "other-zips" })}
        />
      );
    case "drill":
      return <DrillScreen {...{ ...common, ...state, desk }} onBack={() => can.lookAt({ news: "other-app" })} />;
    case "comparing":
    case "checking":
      return <ComparingStep {...state} messages={messages} onCancel={can.cancel} />;
    case "compared":
      return (
        <ComparedStep
          {...common}
          {...state}
          desk={desk}
          onLook={can.look}
          onTick={(ticking) => can.tick(ticking, state.view)}
          onRestore={() => tell({ news: "choose" })}
          onOtherApp={() => can.lookAt({ news: "other-app" })}
        />
      );
    case "choosing": {
      const { draft, compared, archive } = state;
      return (
        <ChoicesStep
          {...state}
          {...{ messages, desk }}
          onTick={(ticking) => can.tick(ticking, state.view)}
          onChange={(changed) => tell({ news: "draft", draft: changed })}
          onBack={() => tell({ news: "look-again" })}
          onCheck={() => can.check(state, choicesOf(draft, compared, alreadyDecided(decided, archive, desk)))}
        />
      );
    }
    case "checked":
      return (
        <CheckedStep
          {...state}
          {...{ messages, desk }}
          onBack={(decisions) => tell({ news: "choose", decisions })}
          onCheckAgain={(decisions) => {
            const choices = decisions.reduce((made, { way, chosen }) => desk.decided(made, way, chosen), state.choices);
            void can.check(state, choices, decisions);
          }}
          onRestore={() => can.restore(state)}
        />
      );
    case "restoring":
      return <RestoringStep {...state} messages={messages} onCancel={can.cancel} />;
    case "restored":
      return <RestoredStep {...common} {...state} desk={desk} onUndo={() => can.undo(state.told)} />;
    case "not-secured":
      return <NotSecuredStep {...common} {...state} />;
    case "failed":
      return <FailurePanel {...common} error={state.error} heading={messages.restoring.outcome.failed} />;
  }
}
