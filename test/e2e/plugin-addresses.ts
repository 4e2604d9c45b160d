import manifest from "../../manifest.json";
import { pluginFileAddress } from "../emulator/pages/plugin-file-address";
import type { Stage } from "./stage";

/** Where pages load the plugin's scripts from, in the order of the manifest: the first, and the one that Workers are made of. */
export function scriptAddresses({ emulator, pluginId }: Stage): [first: string, second: string] {
  const { id, files } = emulator.domain.plugins.get(pluginId)!;
  const [first, second] = manifest.desktop.js.map((path) =>
    pluginFileAddress({ id, read: (each) => files.get(each) }, path, "DESKTOP"),
  );
  return [first!, second!];
}
