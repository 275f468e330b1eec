import { useEffect, useState } from 'react';
import { Callout } from '@/components/callout';

const secondsTo = (until: number) => Math.max(0, Math.ceil((until - Date.now()) / 1000));

const TITLES = { submit: 'That was a lot of submissions', run: 'That was a lot of runs' };

/** How long until what was refused is possible again. The seconds are seen, not read aloud one by one. */
export function Countdown({ what, until, onEnd }: { what: 'submit' | 'run'; until: number; onEnd: () => void }) {
  const [seconds, setSeconds] = useState(() => secondsTo(until));
  useEffect(() => {
    const timer = setInterval(() => {
      const left = secondsTo(until);
      setSeconds(left);
      if (left === 0) onEnd();
    }, 250);
    return () => clearInterval(timer);
  }, [until, onEnd]);
  return (
    <Callout tone="info" title={TITLES[what]}>
      <span aria-live="off">
        Your code is safe. You can {what} again in {seconds} {seconds === 1 ? 'second' : 'seconds'}.
      </span>
    </Callout>
  );
}
