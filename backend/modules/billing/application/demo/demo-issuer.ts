import type { IssuerDetails } from '../../invoices/domain/issuer';

/** A fictitious seller around the textbook SIREN 732 829 320; every document of his says so. */
export const demoIssuer: IssuerDetails = {
  legalName: 'Calmness Démo SAS',
  legalForm: 'SAS',
  capitalCents: '1000000',
  isSoleTrader: false,
  siren: '732829320',
  siret: '73282932000074',
  rcsCity: 'Paris',
  vatNumber: 'FR44732829320',
  vatRegime: 'normal',
  vatOnDebits: false,
  ossRegistered: true,
  trainingNumber: null,
  trainingGrantedOn: null,
  addressLines: ['12 rue de la Démonstration'],
  postalCode: '75002',
  city: 'Paris',
  country: 'FR',
  email: 'facturation@calmnessfi.com',
  iban: 'FR7699999000010000000004286',
  bic: 'DEMOFRPPXXX',
  isDemo: true,
};
