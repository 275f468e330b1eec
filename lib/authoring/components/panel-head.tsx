import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import styles from './panel-head.module.css';

/** What a panel of the author bar is about, and the way out of it. */
export function PanelHead({ title, onClose }: { title: string; onClose: () => void }) {
  return (
    <div className={styles.head}>
      <h2>{title}</h2>
      <Button type="button" size="s" variant="quiet" onClick={onClose}>
        <Icon name="x" size={16} /> Close
      </Button>
    </div>
  );
}
