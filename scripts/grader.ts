// `npm run grader`: graders without a website, on as many machines as wanted, against the same database.
import { closeDb } from '@/lib/platform/db';
import { startGraders, stopGraders } from '@/lib/grading/service';
import { log } from '@/lib/platform/log';

await startGraders({ always: true });
log.info('grader is running; stop it with Ctrl-C');

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    log.info('finishing what is in hand, then stopping');
    void stopGraders().then(closeDb).then(() => process.exit(0));
  });
}
