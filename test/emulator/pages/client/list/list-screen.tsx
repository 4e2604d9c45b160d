import { render } from "preact";
import { readForm } from "../record/form-definition";
import type { Form } from "../record/form-definition";
import type { KintoneRecord } from "../record/record-values";
import type { Page } from "../page";
import { Calendar, monthCondition, recordsByDay } from "./calendar";
import { bothConditions, splitQuery, wholeQuery } from "./list-query";
import { Pager } from "./pager";
import { RecordTable } from "./record-table";
import { Toolbar } from "./toolbar";
import { readViews } from "./views";
import type { View } from "./views";

const pageSize = 20;
/** A calendar shows a whole month in one read. */
const calendarSize = 500;

/** What the address says the list shows. */
interface Address {
  view: View;
  /** The user's own filter, with an order if he chose one. */
  query: string;
  offset: number;
  /** `YYYY-MM`, for calendars. */
  month: string;
}

/**
 * The record list. Paging, sorting, filtering and changing the view happen without a page load, and each time
 * `app.record.index.show` fires again.
 */
export async function startList(page: Page, root: HTMLElement, onForm: (form: Form) => void): Promise<void> {
  const app = page.data.app?.id ?? "";
  const form = await readForm(page.rest, app);
  onForm(form);
  const views = await readViews(page, form.properties);
  const headerMenuSpace = space("lk-header-menu-space");
  const headerSpace = space("lk-header-space");
  let generation = 0;

  const show = async (address: Address): Promise<void> => {
    const mine = ++generation;
    const { view, offset } = address;
    const user = splitQuery(address.query);
    const isCalendar = view.type === "CALENDAR";
    const paged = view.type === "LIST" || (view.type === "CUSTOM" && view.pager === true);
    const condition = bothConditions(view.filterCond, user.condition);
    const orderBy = user.orderBy || view.sort;
    const firstOffset = paged ? offset : 0;
    const limit = isCalendar ? calendarSize : pageSize;
    const query = isCalendar
      ? wholeQuery(
          { condition: bothConditions(condition, monthCondition(view, form, address.month, page)), orderBy },
          limit,
          0,
        )
      : wholeQuery({ condition, orderBy }, limit, offset);
    const { records, totalCount } =
      paged || isCalendar
        ? await page.rest.call<{ records: KintoneRecord[]; totalCount: string }>("/k/v1/records", "GET", {
            app,
            query,
            totalCount: true,
          })
        : { records: [], totalCount: "0" };
    if (mine !== generation) return;

    page.list = {
      viewId: Number(view.id),
      condition,
      query: wholeQuery({ condition, orderBy }, limit, isCalendar ? 0 : offset),
      headerMenuSpace,
      headerSpace,
      cellsOf: (code) => (view.type === "LIST" ? cellsOf(root, view, code) : null),
    };
    const go = (change: Partial<Address>) => {
      const next = { ...address, ...change };
      history.pushState(null, "", addressToUrl(next));
      showOrTell(next);
    };
    render(
      <>
        <Toolbar
          page={page}
          views={views}
          view={view}
          query={address.query}
          headerMenuSpace={headerMenuSpace}
          onView={(next) => go({ view: next, query: "", offset: 0 })}
          onQuery={(next) => go({ query: next, offset: 0 })}
        />
        <div ref={(element) => element?.append(headerSpace)} />
        {/* A new key each time: a plugin may have changed the nodes, so none of them may be used again. */}
        <div class="lk-list" key={mine}>
          {paged && (
            <Pager
              page={page}
              offset={offset}
              size={pageSize}
              total={Number(totalCount)}
              onOffset={(next) => go({ offset: next })}
            />
          )}
          {view.type === "LIST" && (
            <RecordTable
              page={page}
              form={form}
              fields={view.fields ?? []}
              records={records}
              orderBy={orderBy}
              onSort={(next) => go({ query: `${user.condition} order by ${next}`.trim(), offset: 0 })}
              onChanged={() => showOrTell(address)}
            />
          )}
          {isCalendar && (
            <Calendar
              page={page}
              view={view}
              form={form}
              month={address.month}
              records={records}
              onMonth={(month) => go({ month })}
            />
          )}
          {view.type === "CUSTOM" && (
            <div class="lk-custom-view" ref={(element) => element?.replaceChildren(customNodes(view.html ?? ""))} />
          )}
        </div>
      </>,
      root,
    );

    await page.events.fire({
      type: "app.record.index.show",
      appId: Number(app),
      viewType: view.type.toLowerCase(),
      viewId: Number(view.id),
      viewName: view.name,
      records: structuredClone(isCalendar ? recordsByDay(view, form, records, page) : records),
      offset: isCalendar ? null : firstOffset,
      size: isCalendar ? null : records.length,
      date: isCalendar ? address.month : null,
    });
  };

  const showOrTell = (address: Address) => {
    show(address).catch(page.tell);
  };
  const fromUrl = () => urlToAddress(views, page.data.user.timezone);
  window.addEventListener("popstate", () => showOrTell(fromUrl()));
  await show(fromUrl());
}

function space(className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  return element;
}

function cellsOf(root: HTMLElement, view: View, code: string): HTMLElement[] | null {
  if (!view.fields?.includes(code)) return null;
  return [...root.querySelectorAll<HTMLElement>("td[data-field]")].filter((cell) => cell.dataset.field === code);
}

/** A view's HTML comes from system administrators; as in kintone, scripts in it do not run. */
function customNodes(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  return fragment;
}

function urlToAddress(views: View[], timeZone: string): Address {
  const params = new URLSearchParams(location.search);
  const view = views.find(({ id }) => id === params.get("view")) ?? views[0];
  if (!view) throw new Error("The app has no view.");
  const thisMonth = new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit" }).format(
    new Date(),
  );
  return {
    view,
    query: params.get("query") ?? "",
    offset: Math.max(0, Number(params.get("offset")) || 0),
    month: params.get("date") ?? thisMonth,
  };
}

function addressToUrl({ view, query, offset, month }: Address): string {
  const params = new URLSearchParams({ view: view.id });
  if (query !== "") params.set("query", query);
  if (offset > 0) params.set("offset", String(offset));
  if (view.type === "CALENDAR") params.set("date", month);
  return `?${params}`;
}
