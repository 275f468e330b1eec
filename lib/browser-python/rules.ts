/** What a browser tells of the device and the network it is on; what it does not tell is left out. */
export type Device = {
  webAssembly: boolean;
  saveData?: boolean;
  /** `slow-2g`, `2g`, `3g` or `4g` */
  network?: string;
  /** GB, rounded and capped by the browser */
  memory?: number;
  processors?: number;
};

/** Why Python is better not loaded here, in a sentence for the reader; null when it may be. */
export function whyUnfit({ webAssembly, saveData, network, memory, processors }: Device): string | null {
  if (!webAssembly) return 'This browser cannot run WebAssembly, so programs run on the server.';
  if (saveData) return 'Your browser asks to save data, so Python (6 MB) is not loaded and programs run on the server.';
  if (network === 'slow-2g' || network === '2g') return 'The connection is slow, so Python (6 MB) is not loaded and programs run on the server.';
  if (memory !== undefined && memory <= 1) return 'This device has little memory, so programs run on the server.';
  if (processors === 1) return 'This device has a single processor, so programs run on the server.';
  return null;
}
