// node --import tsx scripts/browser-python/pack-archives.ts <site-packages> <packages.zip> <stdlib.zip>: packPython by itself.
import { packPython } from './pack';

const [sitePackages = '', packages = '', stdlib = ''] = process.argv.slice(2);
try {
  await packPython({ sitePackages, packages, stdlib });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
