/** Round every chart: one sentence for who cannot see it, the same in words, and as a table. */
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function ChartFrame({
  message,
  words,
  table,
  hint,
  overlay,
  children,
}: {
  /** The chart's message in one sentence. */
  message: string;
  words: string;
  /** Made only once it is opened. */
  table: () => ChartTable;
  hint?: ReactNode;
  /** What can be operated lies over the picture, outside its role of an image. */
  overlay?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'words' | 'table' | null>(null);
  const id = useId();
  const toggle = (which: 'words' | 'table') => () => setOpen(open === which ? null : which);
  return (
    <div className="chart">
      <div className="chart-picture">
        <div role="img" aria-label={message}>
          {children}
        </div>
        {overlay}
      </div>
      <p className="chart-foot second">
        {hint !== undefined && <span>{hint}</span>}
        <Button
          className="link"
          onPress={toggle('words')}
          aria-expanded={open === 'words'}
          aria-controls={id}
        >
          {t('chart.inWords')}
        </Button>
        <Button
          className="link"
          onPress={toggle('table')}
          aria-expanded={open === 'table'}
          aria-controls={id}
        >
          {t('chart.asTable')}
        </Button>
      </p>
      <div id={id}>
        {open === 'words' && <p className="chart-words second">{words}</p>}
        {open === 'table' && <DataTable table={table()} label={message} />}
      </div>
    </div>
  );
}

export function DataTable({ table, label }: { table: ChartTable; label: string }) {
  return (
    // A box that scrolls has to be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="data-table">
        <thead>
          <tr>
            {table.head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first, ...rest]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                // Cells of a row have no name but their place.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
