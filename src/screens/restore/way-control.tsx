import { useState } from "preact/hooks";
import type { GivenValue } from "../../restore/plan/restore-choices";
import type { Chosen, Way } from "../../restore/preflight/way";
import { harmlessLine } from "../text/harmless";
import { describeWay } from "../text/restore/preflight/obstacle-sentence";
import type { RestoringMessages } from "../text/restoring/language";

interface WayControlProps {
  way: Way;
  messages: RestoringMessages;
  onDecide: (chosen?: Chosen) => void;
}

/** A way out of an obstacle: a button, and what has to be said before it can be pressed. */
export function WayControl({ way, messages, onDecide }: WayControlProps) {
  const { ways } = messages.restoring;
  const text = describeWay(messages, way);
  switch (way.way) {
    case "rename-field":
      return <Choosing options={way.to} text={text} button={ways.decide} onChoose={onDecide} />;
    case "leave-out-field":
      return <Pressing text={text} onPress={() => onDecide()} />;
    case "give-value":
      return way.options ? (
        <Choosing
          options={way.options}
          text={text}
          button={ways.decide}
          onChoose={(value) => onDecide(given(value, way.several))}
        />
      ) : (
        <Typing text={text} button={ways.decide} onType={(value) => onDecide(given(value, way.several))} />
      );
    case "leave-out-records":
      return <Pressing text={text} onPress={() => onDecide()} />;
    case "replace-person":
      return (
        <>
          <Typing text={text} button={ways.decide} onType={onDecide} />
          {way.mayBeLeftOut && <Pressing text={ways.leaveOutPerson(way.name)} onPress={() => onDecide(null)} />}
        </>
      );
    case "replace-option":
      return (
        <>
          <Choosing
            options={way.to}
            {...(way.proposal !== undefined && { proposal: way.proposal })}
            text={text}
            button={ways.decide}
            onChoose={onDecide}
          />
          {way.mayBeLeftOut && <Pressing text={ways.leaveEmpty} onPress={() => onDecide(null)} />}
        </>
      );
    case "leave-mode":
      return <Pressing text={text} onPress={() => onDecide()} />;
    case "confirm":
      return <Pressing text={text} onPress={() => onDecide()} />;
    case "confirm-removals":
      return <Removals {...way} messages={messages} onConfirm={() => onDecide()} />;
  }
}

const given = (value: string, several: boolean): GivenValue => (several ? [value] : value);

function Pressing({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <p class="kbm-way">
      <button type="button" class="kbm-button-small" onClick={onPress}>
        {text}
      </button>
    </p>
  );
}

interface ChoosingProps {
  options: readonly string[];
  proposal?: string;
  text: string;
  button: string;
  onChoose: (option: string) => void;
}

function Choosing({ options, proposal, text, button, onChoose }: ChoosingProps) {
  const [chosen, setChosen] = useState(proposal ?? options[0] ?? "");
  return (
    <p class="kbm-way">
      <label>
        {text}
        <select value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      </label>
      <button type="button" class="kbm-button-small" onClick={() => onChoose(chosen)}>
        {button}
      </button>
    </p>
  );
}

function Typing({ text, button, onType }: { text: string; button: string; onType: (typed: string) => void }) {
  const [typed, setTyped] = useState("");
  return (
    <p class="kbm-way">
      <label>
        {text}
        <input type="text" value={typed} onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
      </label>
      <button
        type="button"
        class="kbm-button-small"
        disabled={typed.trim() === ""}
        onClick={() => onType(typed.trim())}
      >
        {button}
      </button>
    </p>
  );
}

/** Nobody deletes records by pressing Enter: the app's name and the number have to be typed as they are. */
function Removals({
  appName,
  records,
  messages,
  onConfirm,
}: Extract<Way, { way: "confirm-removals" }> & { messages: RestoringMessages; onConfirm: () => void }) {
  const { ways } = messages.restoring;
  const [name, setName] = useState("");
  const [number, setNumber] = useState("");
  const isRight = name.trim() === appName.trim() && number.trim() === String(records);
  return (
    <p class="kbm-way">
      <label>
        {ways.appName(harmlessLine(appName))}
        <input
          type="text"
          autocomplete="off"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <label>
        {ways.removals}
        <input
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={number}
          onInput={({ currentTarget }) => setNumber(currentTarget.value)}
        />
      </label>
      <button type="button" class="kbm-button-small" disabled={!isRight} onClick={onConfirm}>
        {ways.confirmRemovals}
      </button>
    </p>
  );
}
