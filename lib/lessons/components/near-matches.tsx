import { PageLink } from '@/components/page-link';
import type { NearMatch } from '../schema';
import styles from './near-matches.module.css';

/** The pages an unknown address probably meant. */
export function NearMatches({ matches }: { matches: NearMatch[] }) {
  return (
    <section className={styles.matches}>
      <h2>{matches.length > 0 ? 'Did you mean' : 'Where to go'}</h2>
      <ul>
        {matches.map((match) => (
          <li key={match.path}>
            <PageLink href={match.path}>
              {match.title}
            </PageLink>{' '}
            <span>{match.path}</span>
          </li>
        ))}
        <li>
          <PageLink href="/courses">
            All courses
          </PageLink>
        </li>
      </ul>
    </section>
  );
}
