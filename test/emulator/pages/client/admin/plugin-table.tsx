import type { ComponentChildren } from "preact";
import type { PluginLine } from "../../page-data";
import type { Page } from "../page";

interface PluginTableProps {
  page: Page;
  plugins: PluginLine[];
  action(plugin: PluginLine): ComponentChildren;
}

/** Plugins with name, description and version, and what can be done with each. */
export function PluginTable({ page: { text }, plugins, action }: PluginTableProps) {
  if (plugins.length === 0) return <p class="lk-empty">{text.noPlugins}</p>;
  return (
    <table class="lk-record-table lk-plugin-table">
      <thead>
        <tr>
          <th>{text.pluginName}</th>
          <th>{text.description}</th>
          <th>{text.version}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {plugins.map((plugin) => (
          <tr data-plugin-id={plugin.id}>
            <td>{plugin.name}</td>
            <td>{plugin.description}</td>
            <td>{plugin.version}</td>
            <td>{action(plugin)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
