import { useState } from "preact/hooks";
import { differencesBetween } from "../../../settings/difference";
import { type ParsedSettingsFile, parseSettingsFile } from "../../../settings/settings-file";
import type { Settings } from "../../../settings/settings";
import { changeLines } from "../../text/settings/changes/change-lines";
import type { AdminMessages } from "../../text/settings/language";
import { harmless } from "../../text/harmless";
import { Button } from "../../ui/button";
import { ProblemsOfSettings } from "./problems-of-settings";

/** Settings are a few hundred bytes; whatever is larger than a plugin's whole configuration may be is another file. */
const MOST_BYTES = 256 * 1024;

type News =
  { kind: "none" } | { kind: "too-large"; name: string } | { kind: "read"; name: string; file: ParsedSettingsFile };

interface SettingsFileSectionProps {
  /** What is stored; `undefined` when it cannot be read. */
  stored: Settings | undefined;
  messages: AdminMessages;
  /** Hands the settings to the user as a file. */
  onExport: (settings: Settings) => void;
  /** Puts them into the form. */
  onImport: (settings: Settings) => void;
}

/** Takes the settings out into a file, and from one into the form. Nothing is saved by it. */
export function SettingsFileSection({ stored, messages, onExport, onImport }: SettingsFileSectionProps) {
  const [news, setNews] = useState<News>({ kind: "none" });
  const { file: text, locale } = messages.settings.changes;

  const read = async (chosen: File) => {
    if (chosen.size > MOST_BYTES) {
      setNews({ kind: "too-large", name: chosen.name });
      return;
    }
    const file = parseSettingsFile(await chosen.text());
    if ("settings" in file) onImport(file.settings);
    setNews({ kind: "read", name: chosen.name, file });
  };

  return (
    <section class="kbm-settings-file" aria-labelledby="kbm-settings-file-title" lang={locale}>
      <h2 id="kbm-settings-file-title">{text.title}</h2>
      <p class="kbm-quiet">{text.explanation}</p>
      {stored ? (
        <Button text={text.export} onClick={() => onExport(stored)} />
      ) : (
        <p class="kbm-quiet">{text.nothingToExport}</p>
      )}
      <label class="kbm-field">
        <b>{text.import}</b>
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            // So that the same file can be chosen again.
            const done = () => {
              currentTarget.value = "";
            };
            if (chosen) void read(chosen).finally(done);
          }}
        />
      </label>
      <div role="status">
        <FileNews news={news} stored={stored} messages={messages} />
      </div>
    </section>
  );
}

function FileNews({ news, stored, messages }: { news: News; stored: Settings | undefined; messages: AdminMessages }) {
  const { file: text } = messages.settings.changes;
  if (news.kind === "none") return null;
  const name = harmless(news.name);
  if (news.kind === "too-large" || "problems" in news.file) {
    return (
      <div class="kbm-notice kbm-notice-error">
        <p>{text.refused(name)}</p>
        {news.kind === "too-large" ? (
          <p>{text.tooLarge}</p>
        ) : (
          "problems" in news.file && (
            <ProblemsOfSettings problems={news.file.problems} whole={text.notSettings} messages={messages} />
          )
        )}
      </div>
    );
  }
  const { settings, origin } = news.file;
  const lines = changeLines(differencesBetween(stored, settings), messages);
  const from = origin.at === undefined ? undefined : messages.quantities.moment(origin.at);
  return (
    <div class="kbm-notice kbm-notice-warning">
      <p>{text.imported(name, from, origin.pluginVersion && harmless(origin.pluginVersion))}</p>
      <p>{lines.length > 0 ? text.unsaved : text.same}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
