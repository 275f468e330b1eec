import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './view-tabs.module.css';

export type Tab<Name extends string> = { name: Name; label: string; count?: number };

/** Tabs over one panel: arrow keys, Home and End go from tab to tab, Tab goes on into the panel. */
export function ViewTabs<Name extends string>({ tabs, shown, onShow, children }: { tabs: Tab<Name>[]; shown: Name; onShow: (name: Name) => void; children: ReactNode }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const at = tabs.findIndex(({ name }) => name === shown);
    const last = tabs.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab || to === undefined) return;
    event.preventDefault();
    onShow(tab.name);
    (list.current?.children[to] as HTMLElement | undefined)?.focus();
  }

  return (
    <div className={styles.tabs}>
      <div ref={list} role="tablist" tabIndex={-1} aria-label="What to look at" className={styles.list} onKeyDown={onKeyDown}>
        {tabs.map(({ name, label, count }) => (
          <button key={name} type="button" role="tab" id={`${id}-${name}`} aria-selected={name === shown} aria-controls={`${id}-panel`} tabIndex={name === shown ? 0 : -1} className={styles.tab} onClick={() => onShow(name)}>
            {label}
            {count !== undefined && <span className={styles.count}> {count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown}`} className={styles.panel}>
        {children}
      </div>
    </div>
  );
}
