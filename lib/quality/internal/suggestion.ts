import type { Cluster, ClusterView } from '../schema';

/** As `fails:` says it of a program that does not even start (content/README.md). */
const DOES_NOT_RUN = '(does not run)';

/**
 * A group of failures with what an author would write to explain it: the beginning of wrong/<name>.py, and its entry in exercise.yaml.
 * @param folder of the exercise
 */
export function toClusterView({ cluster, folder, codeHtml }: { cluster: Cluster; folder: string; codeHtml: string }): ClusterView {
  const { check, suggestion: { id, pattern } } = cluster;
  const yaml = ['mistakes:', `  - id: ${id}`, ...(check ? [`    check: ${quoted(check)}`] : []), ...(pattern ? [`    pattern: ${quoted(pattern)}`] : [])];
  const head = ['"""What goes wrong, in a sentence.', '', `fails: ${check ?? DOES_NOT_RUN}`, 'hint: <the id of a hint>', '"""'];
  return { ...cluster, codeHtml, file: `${folder}/wrong/${id}.py`, head: head.join('\n'), yaml: yaml.join('\n') };
}

/** JSON's strings are YAML's. */
const quoted = (text: string) => JSON.stringify(text);
