import type { Device } from '../rules';

/** not in the types of every TypeScript, and not in every browser */
type Hints = { connection?: { saveData?: boolean; effectiveType?: string }; deviceMemory?: number };

/** What this browser tells of the device it runs on. */
export function thisDevice(): Device {
  const { connection, deviceMemory } = navigator as Navigator & Hints;
  return {
    webAssembly: typeof WebAssembly === 'object' && typeof Worker === 'function',
    saveData: connection?.saveData,
    network: connection?.effectiveType,
    memory: deviceMemory,
    processors: navigator.hardwareConcurrency,
  };
}
