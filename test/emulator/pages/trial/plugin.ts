import packer from "@kintone/plugin-packer";
import JSZip from "jszip";

/** Packs a plugin for the tests of the pages, signed as every plugin is. */
export async function packTrialPlugin(files: Record<string, string>): Promise<{ zip: Buffer; id: string }> {
  const contents = new JSZip();
  const manifest = {
    manifest_version: 1,
    version: "1.2",
    type: "APP",
    name: { ja: "試しのプラグイン", en: "Trial plug-in" },
    icon: "icon.png",
    desktop: { js: ["first.js", "second.js"], css: ["desktop.css"] },
    config: { html: "config.html", js: ["config.js"], css: ["config.css"] },
  };
  contents.file("manifest.json", JSON.stringify(manifest));
  contents.file("icon.png", "");
  for (const name of ["first.js", "second.js", "desktop.css", "config.html", "config.js", "config.css"]) {
    contents.file(name, files[name] ?? "");
  }
  const { plugin, id } = await packer(await contents.generateAsync({ type: "nodebuffer" }));
  return { zip: plugin, id };
}
