import type { UsableArchive } from "../restore/restore-desk";
import type { DrillingMessages } from "../text/drilling/language";
import { DrillChoices } from "./drill-choices";
import type { DrillDesk } from "./drill-desk";
import { DrilledStep } from "./drilled-step";
import { DrillingStep } from "./drilling-step";
import { ForeseeingStep } from "./foreseeing-step";
import { ForeseenStep } from "./foreseen-step";
import { useDrill } from "./use-drill";

export interface DrillScreenProps {
  messages: DrillingMessages;
  desk: DrillDesk;
  archive: UsableArchive;
  /** Back to what else can be done with the archive. */
  onBack: () => void;
  onClose: () => void;
}

/** From the apps of an archive to a drill of each: what it would do is told before anything is made. */
export function DrillScreen({ messages, desk, archive, onBack, onClose }: DrillScreenProps) {
  const { state, tell, ...can } = useDrill(archive, desk);
  switch (state.step) {
    case "choosing":
      return (
        <DrillChoices
          {...{ ...state, messages, archive, onBack }}
          onChange={(draft) => tell({ news: "draft", draft })}
          onForesee={() => can.foresee(state)}
        />
      );
    case "foreseeing":
      return <ForeseeingStep {...state} messages={messages} onCancel={can.cancel} />;
    case "foreseen":
      return (
        <ForeseenStep
          {...{ ...state, messages }}
          onChange={() => tell({ news: "change" })}
          onStart={() => can.drill(state)}
        />
      );
    case "drilling":
      return <DrillingStep {...state} messages={messages} onCancel={can.cancel} />;
    case "drilled":
      return <DrilledStep {...{ ...state, messages, desk, onClose }} />;
  }
}
