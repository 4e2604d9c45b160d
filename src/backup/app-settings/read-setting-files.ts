import type { EntryKind } from "../../archive/entry";
import { safeName } from "../../archive/names";
import type { CustomizeFile } from "../../archive/records/kintone-app";
import { endsTheRun, toBackupError } from "../../domain/errors";
import type { CustomizeResource, SettingAnswers, SettingName } from "../../domain/source";
import { downloadFile, downloadWhole } from "../attachments/download-file";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";

/** A file that a setting names, and where its body goes. */
interface SettingFile {
  /** Below the target's folder. */
  path: string;
  kind: EntryKind;
  file: CustomizeFile;
}

/** Archives the bodies of the files that a setting names: scripts and style sheets, the icon. What fails is a named gap. */
export async function readSettingFiles<Name extends SettingName>(
  name: Name,
  answer: SettingAnswers[Name],
  ledger: TargetLedger,
  context: RunContext,
): Promise<void> {
  const settings = { [name]: answer } as Partial<SettingAnswers>;
  for (const { path, kind, file } of filesOf(settings)) {
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

function filesOf(settings: Partial<SettingAnswers>): SettingFile[] {
  const icon = settings["app/settings"]?.icon?.file;
  const customize = settings["app/customize"];
  return [
    ...(icon ? [{ path: `settings/app/icon/${safeName(icon.name)}`, kind: "settings" as const, file: icon }] : []),
    ...(customize ? DEVICES.flatMap((device) => scriptsOf(device, customize[device])) : []),
  ];
}

const DEVICES = ["desktop", "mobile"] as const;

/** Two files may have the same name; their order is the order in which kintone loads them. */
function scriptsOf(device: string, resources: Record<"js" | "css", CustomizeResource[]>): SettingFile[] {
  return (["js", "css"] as const).flatMap((type) =>
    resources[type].flatMap((resource, index) =>
      resource.type === "FILE"
        ? [
            {
              path: `customize/${device}/${type}/${index + 1}-${safeName(resource.file.name)}`,
              kind: "customize" as const,
              file: resource.file,
            },
          ]
        : [],
    ),
  );
}
