import { DataTable } from '@/components/data-table';
import { VerdictMark } from '@/lib/grading/components/verdict-mark';
import { verdict } from '@/lib/grading/schema';
import { count, totalOf } from '../rules';
import type { Period } from '../schema';

/** How many of each verdict were given. */
export function VerdictTable({ hour, day }: { hour: Period; day: Period }) {
  return (
    <DataTable caption="Verdicts given in the last hour and day" hideCaption>
      <thead>
        <tr>
          <th scope="col">Verdict</th>
          <th scope="col" data-number>
            Last hour
          </th>
          <th scope="col" data-number>
            Last day
          </th>
        </tr>
      </thead>
      <tbody>
        {verdict.options.map((name) => (
          <tr key={name}>
            <th scope="row">
              <VerdictMark verdict={name} />
            </th>
            <td data-number>{count(hour.graded[name])}</td>
            <td data-number>{count(day.graded[name])}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">All</th>
          <td data-number>{count(totalOf(hour))}</td>
          <td data-number>{count(totalOf(day))}</td>
        </tr>
      </tbody>
    </DataTable>
  );
}
