import { CopyButton } from '@/components/copy-button';
import { formatJoinCode } from '../rules';
import styles from './join-code.module.css';

/** The code large enough for a projector, and the link to copy. */
export function JoinCode({ joinCode, link }: { joinCode: string; link: string }) {
  return (
    <div className={styles.invite}>
      <p className={styles.code}>
        {/* read out letter by letter */}
        <span role="img" aria-label={`Join code ${[...joinCode].join(' ')}`}>
          {formatJoinCode(joinCode)}
        </span>
      </p>
      <p className={styles.link}>
        <span>{link}</span>
        <CopyButton text={link} what="the link" />
      </p>
    </div>
  );
}
