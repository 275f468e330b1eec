import type { AppResponse } from '../../schema';
import { asDataUrl } from './data-url';
import styles from './page-files.module.css';
import { sizeWords } from './words';

/** A picture that the app answers with. */
export function Picture({ response, type, url }: { response: AppResponse; type: string; url: string }) {
  return (
    <div className={styles.picture}>
      {/* eslint-disable-next-line @next/next/no-img-element -- it is in no place that could be optimized */}
      <img src={asDataUrl(response.body, type)} alt={`What ${url} shows`} />
    </div>
  );
}

/** What a browser would save instead of showing it. */
export function FileRow({ response, type, name }: { response: AppResponse; type: string; name: string }) {
  return (
    <div className={styles.file}>
      <p>
        A browser saves this as <code>{name}</code>.
      </p>
      <p className={styles.kind}>
        {sizeWords(response.body.length)}
        {type && `, ${type}`}
      </p>
      <a href={asDataUrl(response.body, 'application/octet-stream')} download={name}>
        Save it
      </a>
    </div>
  );
}
