import { stringify } from 'csv-stringify/sync';
import type { Locale } from '@calmness/contracts';
import type { PersonalExport, PersonalFile, PersonalTable } from '@calmness/platform/composition';

export interface ArchivePart extends PersonalExport {
  module: string;
}
/** One file of the archive, and how much of its domain's work it is. */
export interface ArchiveEntry {
  path: string;
  module: string;
  units: number;
  /** Text is rendered when its turn comes: the archive is never in memory as a whole. */
  content: { render: () => string } | { file: PersonalFile };
}

const readMe: Record<Locale, string> = {
  fr: `Vos données chez Calmness
=========================

Chaque dossier correspond à un domaine : accounts (compte, profil, sessions, consentements), billing (paiements,
abonnements, factures), notifications (messages reçus).

Chaque table est donnée deux fois : en JSON pour les machines, en CSV (séparateur « ; », UTF-8) pour un tableur.
Les factures sont en PDF dans billing/files. Les mots de passe, clés et jetons ne figurent pas ici : nous n’en gardons
que des empreintes, qui ne vous serviraient à rien et qu’il vaut mieux ne pas transporter.

Vos droits (RGPD, articles 15 à 22) et nos durées de conservation : voir la politique de confidentialité.
`,
  en: `Your data at Calmness
=====================

Each folder is a domain: accounts (account, profile, sessions, consents), billing (payments, subscriptions,
invoices), notifications (messages received).

Each table is given twice: as JSON for machines, as CSV (separator “;”, UTF-8) for a spreadsheet. Invoices are PDF
files in billing/files. Passwords, keys and tokens are not here: we only keep fingerprints of them, which would be of
no use to you and are better not carried around.

Your rights (GDPR, articles 15 to 22) and how long we keep what: see the privacy policy.
`,
};

/** Everything that goes into the archive, in order: the note first, then domain by domain. */
export function archiveEntries(parts: readonly ArchivePart[], locale: Locale): ArchiveEntry[] {
  const name = locale === 'fr' ? 'LISEZ-MOI.txt' : 'README.txt';
  const note: ArchiveEntry = { path: name, module: '', units: 0, content: { render: () => readMe[locale] } };
  return [note, ...parts.flatMap(entriesOf)];
}

/** Rows and files of a domain: what its progress is counted in. */
export function unitsOf({ tables, files }: PersonalExport): number {
  return tables.reduce((sum, { rows }) => sum + rows.length, files.length);
}

function entriesOf({ module, tables, files }: ArchivePart): ArchiveEntry[] {
  return [
    ...tables.flatMap((table): ArchiveEntry[] => [
      { path: `${module}/${table.name}.json`, module, units: 0, content: { render: () => jsonOf(table) } },
      {
        path: `${module}/${table.name}.csv`,
        module,
        units: table.rows.length,
        content: { render: () => csvOf(table) },
      },
    ]),
    ...files.map((file) => ({
      path: `${module}/files/${fileNameOf(file)}`,
      module,
      units: 1,
      content: { file },
    })),
  ];
}

function jsonOf({ rows }: PersonalTable): string {
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** With a byte order mark, so that a spreadsheet reads « é », and no cell it would run as a formula. */
export function csvOf({ rows }: PersonalTable): string {
  const [first] = rows;
  if (!first) return '\uFEFF';
  return stringify(rows, {
    header: true,
    columns: Object.keys(first),
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    cast: { boolean: String },
  });
}

/** A name inside the archive never leaves its folder, whatever a member once typed. */
function fileNameOf({ name }: PersonalFile): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '');
}
