// Runs the Python tests that need no Linux in the Python of the browser (Pyodide, here in Node), on the packages it gets: the
// same program is told the same there as by the grader, though their Pythons are not of the same version.
import { loadPyodide } from 'pyodide';
import { expect, it } from 'vitest';
import { prepareSandbox } from '../../scripts/prepare-sandbox';
import { withSitePackages } from '../../scripts/sandbox/site-packages';
import { resolveDataDir } from '../../scripts/steps/data-dir';

const dataDir = resolveDataDir(process.env.DATA_DIR);
const { reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
if (reason) throw new Error(reason);

const RUN = `
import importlib, io, os, sys, unittest
sys.dont_write_bytecode = True
sys.path[:0] = ["/sandbox", "/sandbox/browser", "/site-packages", "/sandbox/tests"]
os.chdir("/tmp")
words = io.StringIO()
tests = unittest.defaultTestLoader.loadTestsFromModule(importlib.import_module(module))
result = unittest.TextTestRunner(stream=words, verbosity=0).run(tests)
[result.testsRun, words.getvalue() if not result.wasSuccessful() else ""]
`;

it.each(['test_errors', 'test_browser_runs', 'test_visit'])("%s, in the browser's Python", { timeout: 300_000 }, async (module) => {
  await withSitePackages(dataDir, async (sitePackages) => {
    const pyodide = await loadPyodide({ stdout: () => undefined, stderr: () => undefined });
    for (const [where, folder] of [['/site-packages', sitePackages], ['/sandbox', 'sandbox']] as const) {
      pyodide.FS.mkdirTree(where);
      pyodide.mountNodeFS(where, folder);
    }
    const [ran, problems] = pyodide.runPython(RUN, { globals: pyodide.toPy({ module }) }).toJs() as [number, string];
    expect(problems).toBe('');
    expect(ran).toBeGreaterThan(1);
  });
});
