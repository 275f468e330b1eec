// Takes away from this worker what a program must not reach, before the first one runs. Requests are kept below /py/ by the
// Content-Security-Policy of worker.mjs; storage has no such policy, and what is stored there outlives the page.

const NAMES = ['caches', 'indexedDB', 'BroadcastChannel', 'Worker', 'SharedWorker', 'WebSocket', 'WebTransport', 'EventSource', 'XMLHttpRequest', 'Notification', 'cookieStore'];
const OF_NAVIGATOR = ['serviceWorker', 'storage', 'locks', 'sendBeacon'];

export function lockDown() {
  remove(self, NAMES);
  remove(self.navigator, OF_NAVIGATOR);
}

/** Deletes names from an object and from all it inherits from. */
function remove(object, names) {
  for (let holder = object; holder; holder = Object.getPrototypeOf(holder)) {
    for (const name of names) delete holder[name];
  }
}
