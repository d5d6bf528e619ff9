import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';

/** What stands behind a tab, and the words on it. */
export interface TabPanel {
  readonly id: string;
  readonly label: string;
  readonly content: () => ReactNode;
}

/**
 * Tabs by the authoring practices of WAI-ARIA: one stop of the Tab key; the arrows, Home and End choose. The library's own
 * put elements at their ends that take the focus and are hidden from screen readers.
 */
export function Tabs({ label, panels }: { readonly label: string; readonly panels: readonly [TabPanel, ...TabPanel[]] }) {
  const [chosen, choose] = useState<TabPanel>(panels[0]);
  const list = useRef<HTMLDivElement>(null);
  const panelId = `${chosen.id}-panel`;

  function onKeyDown(event: KeyboardEvent): void {
    const at = panels.indexOf(chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + panels.length, Home: 0, End: panels.length - 1 }[event.key];
    const panel = to === undefined ? undefined : panels[to % panels.length];
    if (!panel) return;
    event.preventDefault();
    choose(panel);
    list.current?.querySelector<HTMLElement>(`#${panel.id}-tab`)?.focus();
  }

  return (
    <>
      <div ref={list} className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {panels.map((panel) => (
          <button
            key={panel.id}
            id={`${panel.id}-tab`}
            type="button"
            role="tab"
            aria-selected={panel === chosen}
            aria-controls={panel === chosen ? panelId : undefined}
            tabIndex={panel === chosen ? 0 : -1}
            onClick={() => choose(panel)}
          >
            {panel.label}
          </button>
        ))}
      </div>
      <div id={panelId} className="tab-panel" role="tabpanel" aria-labelledby={`${chosen.id}-tab`}>
        {chosen.content()}
      </div>
    </>
  );
}
