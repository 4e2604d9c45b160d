import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { bytesOf } from "./journey";
import type { Answers, Stage } from "./journey";

/** Plugins from installation to removal, on an app. */
export async function journeyThroughPlugins(client: KintoneRestAPIClient, app: string, stage: Stage): Promise<Answers> {
  const { id } = stage.plugin;
  const upload = (text: string) => client.file.uploadFile({ file: { name: "plugin.zip", data: bytesOf(text) } });
  const answers: Answers = {
    installPlugin: await client.plugin.installPlugin(await upload(stage.plugin.first)),
    updatePlugin: await client.plugin.updatePlugin({ id, ...(await upload(stage.plugin.second)) }),
    addPlugins: await client.app.addPlugins({ app, ids: [id] }),
    "getPlugins of the preview": await client.app.getPlugins({ app, preview: true }),
    getPlugins: await client.plugin.getPlugins({ ids: [id] }),
    getRequiredPlugins: await client.plugin.getRequiredPlugins({}),
  };
  await client.app.deployApp({ apps: [{ app }] });
  for (;;) {
    const { plugins } = await client.app.getPlugins({ app });
    answers["getPlugins of the app"] = plugins;
    if (plugins.length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  answers.getApps = await client.plugin.getApps({ id });
  answers.uninstallPlugin = await client.plugin.uninstallPlugin({ id });
  return answers;
}

/** What can be read and written of a space without its threads. */
export async function journeyThroughSpace(client: KintoneRestAPIClient, app: string, stage: Stage): Promise<Answers> {
  const { space: api } = client;
  const id = stage.spaceId;
  const answers: Answers = {
    getSpace: await api.getSpace({ id }),
    updateSpaceBody: await api.updateSpaceBody({ id, body: "<b>お知らせ</b>" }),
    updateSpaceMembers: await api.updateSpaceMembers({
      id,
      members: [{ entity: { type: "USER", code: "admin" }, isAdmin: true }, { entity: { type: "USER", code: "sato" } }],
    }),
    getSpaceMembers: await api.getSpaceMembers({ id }),
    getStatistics: await api.getStatistics({}),
  };
  const guest = { name: "客", code: stage.guest, password: "guest-password", timezone: "Asia/Tokyo" };
  answers.addGuests = await api.addGuests({ guests: [guest] });
  if (stage.isGuestSpace) answers.updateSpaceGuests = await api.updateSpaceGuests({ id, guests: [stage.guest] });
  answers.deleteGuests = await api.deleteGuests({ guests: [stage.guest] });
  // The client calls this one by the ordinary path, where apps of a guest space are not reached.
  if (!stage.isGuestSpace) answers.move = await client.app.move({ app, space: id });
  answers.deleteSpace = await api.deleteSpace({ id });
  return answers;
}
