import { render } from "preact";
import type { PluginLine } from "../../page-data";
import type { Page } from "../page";
import { PluginTable } from "./plugin-table";

/** The plugins of an app, the way to each one's settings, and those of the domain that can be added. */
export function startPluginList(page: Page, root: HTMLElement): void {
  const { data, text, rest } = page;

  const add = async ({ id }: PluginLine) => {
    try {
      await rest.call("/k/v1/preview/app/plugins", "POST", { app: data.app?.id, ids: [id] });
      location.reload();
    } catch (error) {
      page.tell(error);
    }
  };

  render(
    <>
      <PluginTable
        page={page}
        plugins={data.plugins}
        action={({ id, hasSettings }) =>
          hasSettings && (
            <a class="lk-plugin-settings-link" href={`config?pluginId=${id}`}>
              ⚙ {text.pluginSettings}
            </a>
          )
        }
      />
      {data.addablePlugins.length > 0 && (
        <section>
          <h2>{text.addPlugin}</h2>
          <PluginTable
            page={page}
            plugins={data.addablePlugins}
            action={(plugin) => (
              <button type="button" class="lk-button" onClick={() => add(plugin)}>
                {text.addPlugin}
              </button>
            )}
          />
        </section>
      )}
    </>,
    root,
  );
}
