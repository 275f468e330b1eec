import Link from 'next/link';
import { DataTable } from '@/components/data-table';
import type { Person } from '../schema';
import styles from './people-table.module.css';

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

export function PeopleTable({ people }: { people: Person[] }) {
  return (
    <DataTable caption="People" hideCaption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">E-mail address</th>
          <th scope="col">Roles</th>
          <th scope="col">Since</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <Link href={`/admin/people/${person.id}`} prefetch={false}>
                {person.name || 'Unnamed'}
              </Link>
            </th>
            <td className={styles.line}>{person.email}</td>
            <td className={styles.line}>{['learner', ...person.roles].join(', ')}</td>
            <td className={styles.line}>{day.format(person.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
