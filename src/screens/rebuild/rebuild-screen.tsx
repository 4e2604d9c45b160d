import { FailurePanel } from "../run/failure-panel";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import { ChoicesStep } from "./choices-step";
import { GoingOnStep } from "./going-on-step";
import { MadeStep } from "./made-step";
import { MakingStep } from "./making-step";
import { PlannedStep } from "./planned-step";
import { type RebuildAsked, useRebuild } from "./use-rebuild";

interface RebuildScreenProps extends RebuildAsked {
  messages: RebuildPageMessages;
  /** To the archive's apps again. */
  onBack: () => void;
  onClose: () => void;
}

/** From the apps of an archive to new ones, a step at a time; or on from where it was broken off. */
export function RebuildScreen({ messages, onBack, onClose, ...asked }: RebuildScreenProps) {
  const { desk, archive } = asked;
  const { state, tell, ...can } = useRebuild(asked);
  const common = { messages, onClose };
  switch (state.step) {
    case "choosing":
      return (
        <ChoicesStep
          {...state}
          {...{ messages, desk, archive, onBack }}
          onChange={(draft) => tell({ news: "draft", draft })}
          onPlan={() => can.plan(state.draft)}
        />
      );
    case "planning":
    case "making":
      return <MakingStep {...state} isPlanning={state.step === "planning"} messages={messages} onCancel={can.cancel} />;
    case "planned":
      return (
        <PlannedStep
          {...state}
          {...{ messages, archive }}
          onChange={(draft) => tell({ news: "draft", draft })}
          onBack={() => tell({ news: "choose" })}
          onPlanAgain={() => can.plan(state.draft)}
          onMake={() => can.make(state.draft)}
        />
      );
    case "going-on":
      return <GoingOnStep {...common} {...state} onGoOn={() => can.goOn(state.kept)} />;
    case "made":
      return <MadeStep {...common} {...state} desk={desk} onGoOn={can.goOnHere} />;
    case "failed":
      return <FailurePanel {...common} error={state.error} heading={messages.next.failed} />;
  }
}
