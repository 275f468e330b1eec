import fs from 'node:fs';
import path from 'node:path';

/** Where Pyodide was installed to. */
export const PYODIDE = path.resolve('node_modules/pyodide');

/** Folders of `sandbox/` whose packages the browser has too. */
export const OURS = ['browser/coursewright_browser', 'runner', 'coursewright'];

type Packing = { sitePackages: string; packages: string; stdlib: string };

/**
 * Compiles what Python in the browser imports, by the Python that will run it (Pyodide, here in Node): its standard library,
 * and Flask with what it needs and our own packages.
 * @param sitePackages folder of the sandbox image's packages
 * @param packages archive to write
 * @param stdlib archive to write, unless it is there
 */
export async function packPython({ sitePackages, packages, stdlib }: Packing): Promise<void> {
  const { loadPyodide } = await import('pyodide');
  const pyodide = await loadPyodide({ indexURL: PYODIDE });
  const mount = (name: string, root: string) => {
    pyodide.FS.mkdirTree(`/in/${name}`);
    pyodide.mountNodeFS(`/in/${name}`, root);
    return `/in/${name}`;
  };
  mount('pyodide', PYODIDE);
  const theirs = mount('site-packages', sitePackages);
  for (const folder of OURS) mount(`ours/${path.basename(folder)}`, path.resolve('sandbox', folder));
  const pack = pyodide.runPython(`import types\npack = types.ModuleType("pack")\nexec(source, pack.__dict__)\npack`, {
    globals: pyodide.toPy({ source: fs.readFileSync('sandbox/browser/pack.py', 'utf8') }),
  });
  try {
    if (!fs.existsSync(stdlib)) pack.pack_zip('/in/pyodide/python_stdlib.zip', '/tmp/stdlib.zip');
    pack.pack_folders(pyodide.toPy(['/in/ours', theirs]), '/tmp/packages.zip');
  } catch (error) {
    // its stack would quote all of Pyodide, which is one line
    throw new Error(error instanceof Error ? error.message : String(error));
  }
  if (!fs.existsSync(stdlib)) fs.writeFileSync(stdlib, pyodide.FS.readFile('/tmp/stdlib.zip') as Uint8Array);
  fs.writeFileSync(packages, pyodide.FS.readFile('/tmp/packages.zip') as Uint8Array);
}
