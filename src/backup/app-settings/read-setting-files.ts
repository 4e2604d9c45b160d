import type { EntryKind } from "../../archive/entry";
import { safeName } from "../../archive/names";
import { endsTheRun, toBackupError } from "../../domain/errors";
import { type SettingFile, generalOf, scriptsOf } from "../../domain/settings/known-settings";
import type { SettingName } from "../../domain/source";
import { downloadFile, downloadWhole } from "../attachments/download-file";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";

/** A file that a setting names, and where its body goes. */
interface NamedFile {
  /** Below the target's folder. */
  path: string;
  kind: EntryKind;
  file: SettingFile;
}

/** Archives the bodies of the files that a setting names: scripts and style sheets, the icon. What fails is a named gap. */
export async function readSettingFiles(
  name: SettingName,
  answer: unknown,
  ledger: TargetLedger,
  context: RunContext,
): Promise<void> {
  for (const { path, kind, file } of filesOf(name, answer)) {
    const label = { path: `${ledger.folder}/${path}`, kind, target: ledger.folder };
    try {
      const download = () => downloadFile(label, file.fileKey, ledger.target, context);
      const { entry, error } = await downloadWhole(file.size, download);
      ledger.add(entry);
      if (error) ledger.problem("settings", error.with({ file: file.name }));
    } catch (thrown) {
      const error = toBackupError(thrown);
      if (endsTheRun(error)) throw error;
      ledger.problem("settings", error.with({ file: file.name }));
      ledger.missing({ code: "FAILED", what: "customize", text: error.message, path: label.path });
    }
  }
}

function filesOf(name: SettingName, answer: unknown): NamedFile[] {
  if (name === "app/settings") {
    const { icon } = generalOf(answer);
    return icon ? [{ path: `settings/app/icon/${safeName(icon.name)}`, kind: "settings", file: icon }] : [];
  }
  if (name !== "app/customize") return [];
  // Two files may have the same name; their position is the order in which kintone loads them.
  return scriptsOf(answer).map((file) => ({
    path: `customize/${file.device}/${file.type}/${file.position}-${safeName(file.name)}`,
    kind: "customize",
    file,
  }));
}
