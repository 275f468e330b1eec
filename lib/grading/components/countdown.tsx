import { useEffect, useState } from 'react';
import { Callout } from '@/components/callout';

const secondsTo = (until: number) => Math.max(0, Math.ceil((until - Date.now()) / 1000));

/** How long until handing in is possible again. The seconds are seen, not read aloud one by one. */
export function Countdown({ until, onEnd }: { until: number; onEnd: () => void }) {
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
    <Callout tone="info" title="That was a lot of submissions">
      <span aria-live="off">
        Your code is safe. You can submit again in {seconds} {seconds === 1 ? 'second' : 'seconds'}.
      </span>
    </Callout>
  );
}
