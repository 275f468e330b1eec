import styles from './skeleton.module.css';

/** Holds the place of something on its way. Give it the true size, so that nothing moves when the thing arrives. */
export function Skeleton({ width = '100%', height = '1em' }: { width?: string; height?: string }) {
  return <span className={styles.skeleton} style={{ inlineSize: width, blockSize: height }} aria-hidden />;
}
