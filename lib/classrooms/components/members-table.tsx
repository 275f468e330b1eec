import { DataTable } from '@/components/data-table';
import { displayName } from '../rules';
import type { Member } from '../schema';
import { RemoveForm } from './classroom-forms';
import styles from './members-table.module.css';

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** `self` is the person who looks; `removable` is false where the last one has to stay. */
export function MembersTable({ caption, members, classroomId, self, removable }: { caption: string; members: Member[]; classroomId: string; self: string; removable: boolean }) {
  return (
    <DataTable caption={caption} hideCaption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">E-mail address</th>
          <th scope="col">Joined</th>
          {removable && <th scope="col">Change</th>}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.userId}>
            <th scope="row">
              {displayName(member)}
              {member.userId === self && ' (you)'}
            </th>
            <td className={styles.line}>{member.email}</td>
            <td className={styles.line}>{day.format(member.joinedAt)}</td>
            {removable && (
              <td className={styles.change}>
                <RemoveForm classroomId={classroomId} userId={member.userId} verb={member.userId === self ? 'Leave' : 'Remove'} name={displayName(member)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
