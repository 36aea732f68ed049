import { countryOf } from '../../invoices/domain/buyer';
import type { IssuedInvoice } from '../../invoices/domain/invoice';
import { decimal } from './fec';

const types = {
  '380': 'Facture',
  '381': 'Avoir',
  '384': 'Facture rectificative',
  '386': 'Facture d’acompte',
};

/** The page somebody opens first: what the archive holds and how to prove it. */
export function indexHead(year: number, seller: string, madeOn: string): string {
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Archive ${year}, ${escaped(seller)}</title>
<style>body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.25rem .5rem;text-align:left}td.n{text-align:right}</style></head>
<body>
<h1>Archive de facturation ${year}</h1>
<p>${escaped(seller)}, archive établie le ${madeOn}.</p>
<ul>
<li><b>factures.jsonl</b> : chaque facture, une par ligne, avec son empreinte et celle de la précédente.</li>
<li><b>journal.jsonl</b> : le journal chaîné des événements ; <b>clotures.jsonl</b> : les clôtures de jour, de mois et d’année.</li>
<li><b>documents/</b> : les factures telles qu’elles ont été remises (PDF, et XML quand il est séparé).</li>
<li><b>manifest.json</b> : l’empreinte SHA-256 de chaque fichier de cette archive.</li>
</ul>
<p>Pour vérifier un fichier : calculez son empreinte (« sha256sum fichier ») et comparez-la au manifeste. L’empreinte
d’une facture est sha256(empreinte précédente, saut de ligne, contenu en JSON canonique RFC 8785).</p>
<table><thead><tr><th>Numéro</th><th>Date</th><th>Type</th><th>Client</th><th>Pays</th><th>HT</th><th>TVA</th><th>TTC</th></tr></thead><tbody>
`;
}

export function indexRow(invoice: IssuedInvoice): string {
  const { number, issueDate, type, buyer, netCents, vatCents, totalCents } = invoice;
  const cells = [number, issueDate, types[type], buyer.name, countryOf(buyer)];
  const amounts = [netCents, vatCents, totalCents].map((cents) => `<td class="n">${decimal(cents)}</td>`);
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}${amounts.join('')}</tr>\n`;
}

export function indexEnd(): string {
  return '</tbody></table></body></html>\n';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
