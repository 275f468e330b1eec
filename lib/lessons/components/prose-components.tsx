import type { ComponentProps, ReactNode } from 'react';
import { CopyButton } from '@/components/copy-button';
import { FlagLink } from '@/components/flag-link';
import { REPORT_WORDS } from '@/lib/content/rules';
import { Note } from './note';
import styles from './prose-components.module.css';

/** Where to say that something is wrong at a place; left out where there is no such page. */
type ReportAt = ((anchor: string) => string) | undefined;

/** A heading with a link to itself, and one to say that something below it is wrong. */
function heading(Tag: 'h2' | 'h3', reportAt: ReportAt) {
  return function Heading({ id, children }: { id?: string; children?: ReactNode }) {
    return (
      <Tag id={id} className={styles.heading}>
        {children}
        {id && (
          <a className={`${styles.anchor} no-print`} href={`#${id}`} aria-label="Link to this section">
            #
          </a>
        )}
        {id && reportAt && <FlagLink href={reportAt(id)} title={REPORT_WORDS} label={`${REPORT_WORDS}, in this section`} />}
      </Tag>
    );
  };
}

/** A paragraph or list item. Its flag is for pointers alone: by keyboard one comes here from the flag of the heading, which lists the paragraphs below it. */
function passage(Tag: 'p' | 'li', reportAt: ReportAt) {
  return function Passage({ id, children, ...rest }: { id?: string; children?: ReactNode }) {
    return (
      <Tag id={id} {...rest}>
        {children}
        {id && reportAt && <FlagLink href={reportAt(id)} title={REPORT_WORDS} />}
      </Tag>
    );
  };
}

/** A table in a region of its own that scrolls when there is no room. */
function Table(props: ComponentProps<'table'>) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
    <div className={styles.table} role="region" aria-label="Table" tabIndex={0}>
      <table {...props} />
    </div>
  );
}

/** The highlighter wraps each code block in a figure. */
function Figure({ children, ...rest }: ComponentProps<'figure'>) {
  const isCode = 'data-rehype-pretty-code-figure' in rest;
  return (
    <figure {...rest} className={isCode ? styles.code : undefined} data-copy={isCode || undefined}>
      {isCode && (
        <span className={styles.copy}>
          <CopyButton />
        </span>
      )}
      {children}
    </figure>
  );
}

/** How Markdown looks in lessons and prompts. */
export const proseComponents = (reportAt?: ReportAt) => ({ h2: heading('h2', reportAt), h3: heading('h3', reportAt), p: passage('p', reportAt), li: passage('li', reportAt), table: Table, figure: Figure, Note });
