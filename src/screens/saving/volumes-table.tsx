import { useState } from "preact/hooks";
import type { Volume } from "../../domain/outcome";
import type { ComparedVolume, VolumeComparison } from "../../history/runs/run-volumes";
import { SaveButton } from "../run/save-button";
import type { SavingMessages } from "../text/saving/language";
import { SavedBadge } from "../ui/status-badge";

interface VolumesTableProps {
  comparison: VolumeComparison;
  messages: SavingMessages;
  /** Whether the browser was given the only one already. */
  started: boolean;
  save?: (volume: Volume) => void | Promise<void>;
  /** Whether it is told of each whether it was shown. */
  asked?: boolean;
}

/** The files of the archive, what is known of each, and a button that saves it. */
export function VolumesTable({ comparison, messages, started, save, asked = false }: VolumesTableProps) {
  const { run, quantities } = messages;
  return (
    <table class="kbm-table">
      <caption class="kbm-run-heading">{run.volumes}</caption>
      <thead>
        <tr>
          <th scope="col" class="kbm-table-wide">
            {run.file}
          </th>
          <th scope="col" class="kbm-number">
            {run.size}
          </th>
          {asked && <th scope="col">{messages.saving.column}</th>}
          {save && <td />}
        </tr>
      </thead>
      <tbody>
        {comparison.volumes.map((compared) => (
          <tr key={compared.told.name}>
            <th scope="row" class="kbm-file-name">
              {compared.told.name}
              <OtherName compared={compared} messages={messages} />
            </th>
            <td class="kbm-number">{quantities.bytes(compared.told.size)}</td>
            {asked && (
              <td>
                <SavedBadge saved={isFound(compared) ? "saved" : "unconfirmed"} messages={messages} />
              </td>
            )}
            {save && (
              <td class="kbm-number">
                <SaveVolume volume={compared.told} {...{ started, save, messages }} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isFound = ({ state }: ComparedVolume) => state === "unchanged" || state === "renamed";

/** A browser may have given it another name: that is told, and takes nothing from it. */
function OtherName({ compared: { state, file }, messages }: { compared: ComparedVolume; messages: SavingMessages }) {
  if (state !== "renamed" || !file) return null;
  return <span class="kbm-quiet">{messages.saving.otherName(file.name)}</span>;
}

function SaveVolume({
  volume,
  started,
  save,
  messages,
}: Required<Pick<VolumesTableProps, "started" | "save" | "messages">> & { volume: Volume }) {
  const { run } = messages;
  const [again, setAgain] = useState(started);
  return (
    <SaveButton
      text={again ? run.saveAgain : run.saveFile}
      label={again ? run.saveAgainFile(volume.name) : run.saveThisFile(volume.name)}
      messages={messages}
      save={async () => {
        await save(volume);
        setAgain(true);
      }}
    />
  );
}
