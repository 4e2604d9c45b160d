import type { Volume } from "../../domain/outcome";
import type { Messages } from "../text/run/messages";
import { SaveButton } from "./save-button";

interface VolumesTableProps {
  volumes: readonly Volume[];
  messages: Messages;
  onSave: (volume: Volume) => void | Promise<void>;
}

/** The files of the archive, each to be saved once more while the dialog is open. */
export function VolumesTable({ volumes, messages, onSave }: VolumesTableProps) {
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
          <td />
        </tr>
      </thead>
      <tbody>
        {volumes.map((volume) => (
          <tr key={volume.name}>
            <th scope="row" class="kbm-file-name">
              {volume.name}
            </th>
            <td class="kbm-number">{quantities.bytes(volume.size)}</td>
            <td class="kbm-number">
              <SaveButton
                text={run.saveAgain}
                label={run.saveAgainFile(volume.name)}
                messages={messages}
                save={() => onSave(volume)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
