import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from '@/components/icon';
import { VisuallyHidden } from '@/components/visually-hidden';
import type { AppRoute } from '../../schema';
import styles from './address-bar.module.css';

type Props = {
  /** path, query and # of the page shown, and the method it was asked with */
  address: string;
  method: string;
  routes: AppRoute[];
  loading: boolean;
  can: { back: boolean; forward: boolean; reload: boolean };
  onBack: () => void;
  onForward: () => void;
  onReload: () => void;
  onStop: () => void;
  onOpen: (address: string, method: string) => void;
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Back, forward, reload, and the address. It stands within the form of the program, so it is no form itself. */
export function AddressBar({ address, method, routes, loading, can, onBack, onForward, onReload, onStop, onOpen }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(address);
  const [asking, setAsking] = useState('GET');
  const [before, setBefore] = useState(address + method);
  if (before !== address + method) {
    // somewhere else now: the bar says where
    setBefore(address + method);
    setTyped(address);
    setAsking('GET');
  }
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.scrollLeft = 0; // an address is read from its beginning, however long it is
  }, [address, method]);
  const go = () => onOpen(typed, asking);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && typed !== address) setTyped(address);
    else if (event.key !== 'Enter') return;
    else go();
    event.preventDefault(); // Enter would submit the form around the program
    event.stopPropagation();
  }
  return (
    <div className={styles.bar} role="group" aria-label="Where to">
      <div className={styles.moves}>
        <Move icon="arrow-left" name="Back" can={can.back} onClick={onBack} />
        <Move icon="arrow-right" name="Forward" can={can.forward} onClick={onForward} />
        {loading ? <Move icon="x" name="Stop" can onClick={onStop} /> : <Move icon="rotate-cw" name="Reload" can={can.reload} onClick={onReload} />}
      </div>
      <div className={styles.address}>
        <select className={styles.method} aria-label="Method" value={asking} onChange={({ target }) => setAsking(target.value)}>
          {METHODS.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <label htmlFor={id} className={styles.host}>
          <VisuallyHidden>Address, below </VisuallyHidden>
          localhost
        </label>
        <input
          ref={input}
          id={id}
          className={styles.input}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
          onFocus={({ target }) => target.select()}
          list={`${id}-routes`}
          inputMode="url"
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
        <datalist id={`${id}-routes`}>
          {routes.filter(({ endpoint }) => endpoint !== 'static').map(({ rule, methods }) => (
            <option key={rule + methods.join()} value={rule} />
          ))}
        </datalist>
      </div>
      <button type="button" className={styles.go} onClick={go}>
        Go
      </button>
    </div>
  );
}

/** Stays in the tab order when it leads nowhere, so that the focus does not get lost at the end of the history. */
function Move({ icon, name, can, onClick }: { icon: IconName; name: string; can: boolean; onClick: () => void }) {
  return (
    <button type="button" className={styles.move} aria-disabled={!can} onClick={() => can && onClick()} title={name}>
      <Icon name={icon} />
      <VisuallyHidden>{name}</VisuallyHidden>
    </button>
  );
}
