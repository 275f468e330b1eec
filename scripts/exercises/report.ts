import path from 'node:path';
import { percent, type Score } from './mutation-score';
import type { Outcome, Scored, Tried } from './try-all';

/** All that came out, as lines for a terminal or a log: faults first, then each folder with its files, time and memory. */
export function formatOutcome({ tried, scores }: Outcome): string[] {
  const folders = [...new Set(tried.map(({ file }) => folderOf(file)))];
  return [
    ...tried.flatMap(({ file, name, fault }) => (fault === null ? [] : [`${file}`, `  wanted: ${name}`, `  found:  ${fault}`])),
    ...scores.flatMap(formatFaults),
    ...folders.flatMap((folder) => formatFolder({ folder, tried: tried.filter(({ file }) => folderOf(file) === folder), scored: scores.find(({ file }) => folderOf(file) === folder) })),
  ];
}

const folderOf = (file: string) => path.posix.dirname(file.replace('/wrong/', '/'));

function formatFolder({ folder, tried, scored }: { folder: string; tried: Tried[]; scored: Scored | undefined }): string[] {
  const bad = tried.filter(({ fault }) => fault !== null).length;
  const isBad = bad > 0 || (scored !== undefined && faultsOf(scored).length > 0);
  const files = [...new Set(tried.map(({ file }) => file))];
  return [
    `${isBad ? 'FAIL' : 'ok  '} ${folder}: ${tried.length - bad} of ${tried.length}${scored?.score ? `; ${formatScore(scored.score)}` : ''}`,
    ...files.map((file) => `       ${file.slice(folder.length + 1)}  ${formatUsed(tried.filter((one) => one.file === file))}`),
  ];
}

/** Of the most expensive trial of a file. */
function formatUsed(tried: Tried[]): string {
  const ms = Math.max(...tried.map(({ used }) => used.ms));
  const kb = Math.max(...tried.map(({ used }) => used.kb));
  return ms || kb ? `${Math.ceil(ms)} ms, ${Math.ceil(kb / 1024)} MB` : 'not run';
}

export function formatScore({ all, mutants, killed, waived, score }: Score): string {
  const rest = [waived > 0 && `${waived} waived`, mutants < all && `of ${all} in all`].filter(Boolean).join(', ');
  return `${killed} of ${mutants} mutants killed${rest ? `, ${rest}` : ''}: ${percent(score)}`;
}

/** What is wrong with an exercise's mutants; empty when nothing. */
export const faultsOf = ({ fault, score }: Scored): string[] => [...(fault === null ? [] : [fault]), ...(score?.faults ?? [])];

function formatFaults(scored: Scored): string[] {
  const { file, score } = scored;
  const faults = faultsOf(scored);
  return [
    ...(faults.length ? [file, '  wanted: the checks notice when the solution is changed', ...faults.map((fault) => `  found:  ${fault}`)] : []),
    ...(score?.survivors.flatMap(({ line, kind, diff }) => [`${file}:${line} a mutant survives (${kind})`, ...diff.map((part) => `    ${part}`)]) ?? []),
    ...(score?.survivors.length ? ['  to waive them, put what is right of this into exercise.yaml, with reasons of your own:', ...waiversOf(score)] : []),
  ];
}

function waiversOf({ survivors }: Score): string[] {
  const entries = [...new Map(survivors.map(({ change }) => [JSON.stringify(change), change])).values()];
  return ['waived:', ...entries.flatMap(({ line, becomes }) => [`  - line: ${quoted(line)}`, `    becomes: ${quoted(becomes)}`, '    reason: …'])].map((text) => `    ${text}`);
}

/** As YAML, whatever is in it. */
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
