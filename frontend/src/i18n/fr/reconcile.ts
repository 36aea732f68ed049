import type { MatchCategory, MatchReason, ReconciliationState } from '@calmness/contracts';
import { counting } from '../plural';

const count = counting('fr');
const categories: Record<MatchCategory, string> = {
  sure: 'Sûrs',
  likely: 'Probables',
  none: 'Sans correspondance',
};
const reasons: Record<MatchReason, string> = {
  reference: 'référence exacte',
  reference_typo: 'référence à une faute près',
  amount: 'montant exact',
  amount_differs: 'montant différent',
  name: 'nom du payeur',
  date: 'date habituelle',
};
const states: Record<ReconciliationState, string> = {
  pending: 'En attente',
  done: 'Validé',
  failed: 'Échec',
};

/** The bank statement beside the payments members declared. */
export const reconcile = {
  lead: 'Importez un relevé : chaque virement est rapproché des paiements en attente, vous choisissez, nous validons.',
  back: 'Paiements',
  open: 'Rapprocher un relevé',
  import: {
    title: 'Importer un relevé',
    account: 'Compte',
    accountHint: 'Par exemple « courant ». Une ligne déjà lue sur ce compte n’est jamais ajoutée deux fois.',
    source: 'Format',
    csv: 'CSV de la banque',
    camt: 'CAMT.053 (XML)',
    mapping: 'Banque',
    file: 'Fichier du relevé',
    paste: 'Ou collez le relevé ici',
    submit: 'Lire le relevé',
    missing: 'Choisissez un fichier ou collez le relevé.',
    tooHeavy: 'Ce relevé est trop lourd : 700 Ko au plus. Découpez-le par période.',
    done: (read: number, added: number) =>
      `${count(read, 'ligne lue', 'lignes lues')}, ${count(added, 'nouvelle', 'nouvelles')}.`,
  },
  mapping: {
    title: 'Comment ma banque écrit ses relevés',
    pick: 'Format à modifier',
    create: 'Nouveau format',
    name: 'Nom',
    delimiter: 'Séparateur',
    tab: 'tabulation',
    encoding: 'Encodage',
    comma: 'Décimales avec une virgule',
    dateFormat: 'Dates',
    skip: 'Lignes avant les titres',
    columnHint: 'Le titre de la colonne, ou #3 pour la troisième.',
    date: 'Colonne de la date',
    label: 'Colonnes du libellé, séparées par des points-virgules',
    amount: 'Colonne du montant',
    debit: 'Colonne du débit',
    credit: 'Colonne du crédit',
    reference: 'Colonne de la référence bancaire',
    payer: 'Colonne du payeur',
    submit: 'Enregistrer le format',
    saved: 'Format enregistré.',
  },
  categories,
  reasons,
  list: 'Virements reçus',
  empty: 'Aucun virement à rapprocher',
  emptyReason: 'Importez un relevé : les virements reçus apparaîtront ici.',
  columns: {
    choose: 'Choisir',
    line: 'Ligne du relevé',
    amount: 'Montant',
    match: 'Paiement',
    action: 'Action',
  },
  choose: (reference: string) => `Valider ${reference} avec cette ligne`,
  expected: (amount: string) => `attendu ${amount}`,
  nothing: 'Aucun paiement ne correspond',
  ignore: 'Ignorer',
  ignoreLine: (label: string) => `Ignorer « ${label} »`,
  ignored: 'Ligne ignorée.',
  chosen: (n: number) => count(n, 'paiement choisi', 'paiements choisis'),
  chooseSure: 'Choisir tous les sûrs',
  validate: 'Valider la sélection',
  confirm: {
    title: (n: number) => `Valider ${count(n, 'paiement', 'paiements')} ?`,
    body: 'Chaque facture sera émise définitivement et chaque membre prévenu.',
    confirm: 'Valider',
    cancel: 'Revenir',
  },
  batch: {
    title: 'Validation en cours',
    finished: 'Validation terminée',
    progress: (done: number, total: number) => `${String(done)} sur ${String(total)}`,
    states,
    close: 'Fermer',
  },
};
