import { CopyButton } from '@/components/copy-button';
import { FlagLink } from '@/components/flag-link';
import { Icon } from '@/components/icon';
import { anchors, REPORT_WORDS } from '@/lib/content/rules';
import { RunExample } from './interactive-parts';
import type { ExampleView } from '../schema';
import styles from './example.module.css';

/**
 * A program and what it prints, as one object.
 * @param open the path at which the program's app is opened after Run
 */
export function Example({ example, title, open, lessonId, reportHref }: { example: ExampleView; title: string; open?: string; lessonId: string; reportHref: string }) {
  return (
    <figure className={styles.example} id={anchors.example(example.name)} data-wide data-copy>
      <figcaption className={styles.bar}>
        <span className={styles.kind}>
          <Icon name="play" size={14} /> Example
        </span>
        <span className={styles.title}>{title}</span>
        <span className={styles.tools}>
          <CopyButton what={`the program “${title}”`} />
          <FlagLink href={reportHref} title={REPORT_WORDS} label={`${REPORT_WORDS}: the example “${title}”`} steady />
        </span>
      </figcaption>
      <div className={styles.code} data-listing dangerouslySetInnerHTML={{ __html: example.html }} />
      <div className={styles.output}>
        <p className={styles.label}>It prints</p>
        <pre>
          <samp>{example.output}</samp>
        </pre>
      </div>
      {/* under npm run dev a saved program begins anew: the old one would stay in the editor */}
      <RunExample key={process.env.NODE_ENV === 'development' ? `${example.code}${example.output}` : undefined} code={example.code} expectedOutput={example.output} exampleId={`${lessonId}/${example.name}`} open={open} />
    </figure>
  );
}
