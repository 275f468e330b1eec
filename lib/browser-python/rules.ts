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

/** Why Python is better not loaded here, in a sentence for the reader; null when it may be. What follows from it is said where it is shown: the server may run programs, or not. */
export function whyUnfit({ webAssembly, saveData, network, memory, processors }: Device): string | null {
  if (!webAssembly) return 'This browser cannot run WebAssembly, which Python needs here.';
  if (saveData) return 'Your browser asks to save data, so Python (6 MB) is not loaded.';
  if (network === 'slow-2g' || network === '2g') return 'The connection is slow, so Python (6 MB) is not loaded.';
  if (memory !== undefined && memory <= 1) return 'This device has little memory, so Python is not loaded.';
  if (processors === 1) return 'This device has a single processor, so Python is not loaded.';
  return null;
}
