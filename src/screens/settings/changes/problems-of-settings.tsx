import type { SettingsProblem } from "../../../settings/problem";
import type { SettingName } from "../../../settings/settings";
import { harmless } from "../../text/harmless";
import { settingLabels } from "../../text/settings/changes/change-lines";
import type { AdminMessages } from "../../text/settings/language";

interface ProblemsOfSettingsProps {
  problems: readonly SettingsProblem[];
  /** What is said when there is nothing in it that could be called settings. */
  whole: string;
  messages: AdminMessages;
}

/** Why settings cannot be used, a line for each of them. */
export function ProblemsOfSettings({ problems, whole, messages }: ProblemsOfSettingsProps) {
  const { settings: text } = messages;
  const labels = settingLabels(messages);
  return (
    <ul>
      {problems.map(({ field, reason, facts }) => (
        <li key={field}>
          {field === ""
            ? whole
            : text.unreadableField(
                Object.hasOwn(labels, field) ? labels[field as SettingName] : harmless(field),
                text.reason[reason](facts),
              )}
        </li>
      ))}
    </ul>
  );
}
