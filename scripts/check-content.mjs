// npm run check:content: see check-content.ts.
import { bundle } from './content/bundle.mjs';

await import(await bundle('scripts/check-content.ts'));
