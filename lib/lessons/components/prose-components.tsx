import type { ComponentProps, ReactNode } from 'react';
import { CopyButton } from '@/components/copy-button';
import { Note } from './note';
import styles from './prose-components.module.css';

/** A heading with a link to itself. */
function heading(Tag: 'h2' | 'h3') {
  return function Heading({ id, children }: { id?: string; children?: ReactNode }) {
    return (
      <Tag id={id} className={styles.heading}>
        {children}
        {id && (
          <a className={`${styles.anchor} no-print`} href={`#${id}`} aria-label="Link to this section">
            #
          </a>
        )}
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
export const proseComponents = { h2: heading('h2'), h3: heading('h3'), table: Table, figure: Figure, Note };
