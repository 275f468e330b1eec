'use client';

import { useSyncExternalStore } from 'react';
import styles from './theme-switch.module.css';

const CHOICES = [
  { value: 'auto', label: 'Auto' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const read = () => document.documentElement.dataset.theme ?? 'auto';

function choose(value: string) {
  if (value === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
  try {
    localStorage.setItem('theme', value);
  } catch {
    // storage may be switched off: the choice then lasts until the next page
  }
  for (const listener of listeners) listener();
}

/** Auto, light or dark. The choice is read back before first paint by `theme-script`. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(subscribe, read, () => 'auto');
  return (
    <fieldset className={`${styles.switch} needs-script`}>
      <legend>Theme</legend>
      {CHOICES.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name="theme" value={value} checked={theme === value} onChange={() => choose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
