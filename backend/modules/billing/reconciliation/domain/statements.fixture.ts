/** Statements as French banks lay them out; people, amounts and references are invented. */
export const csvOf: Record<string, string> = {
  'BNP Paribas': [
    'Compte chèques ;Compte chèques ;****0042 ;20/11/2026 ; ;1 949,00',
    '20/11/2026;VIREMENT RECU;VIR SEPA RECU;DE JEAN DUPONT CAL-7K3M9Q;49,00',
    '19/11/2026;PRELEVEMENT;PRLV SEPA;ASSURANCE DU PARC;-12,30',
  ].join('\r\n'),
  'Crédit Agricole': [
    'Téléchargement du 20/11/2026;;;',
    ...Array.from({ length: 8 }, () => ';;;'),
    'Date;Libellé;Débit euros;Crédit euros',
    '20/11/2026;"VIREMENT EN VOTRE FAVEUR\nMLE AWA DIALLO CAL 8Q4KXP";;1 129,00',
    '18/11/2026;FRAIS DE TENUE DE COMPTE;2,50;',
    'Total;;2,50;1 129,00',
  ].join('\n'),
  Boursorama: [
    'dateOp;dateVal;label;category;amount;accountNum',
    '2026-11-20;2026-11-20;"VIR Jean Dupont | CAL7K3M9Q";Virements reçus;49,00;0042',
    '2026-11-20;2026-11-20;"CARTE 19/11 PAPETERIE";Achats;-1 008,99;0042',
  ].join('\n'),
  Qonto: [
    'Settlement date (UTC),Transaction ID,Counterparty name,Reference,Total amount (incl. VAT)',
    '20-11-2026 10:15:00,calmness-sas-1-transaction-77,Jean Dupont,"CAL-7K3M9Q, merci",49.00',
    '19-11-2026 08:00:00,calmness-sas-1-transaction-76,Hébergeur,abonnement,"-1,019.20"',
  ].join('\n'),
  LCL: [
    '20/11/2026;49,00;Virement;REF0000771;VIREMENT M DUPONT JEAN;CAL-7K3M9Q',
    '18/11/2026;-30,00;Chèque;0042;CHEQUE 0000042;',
  ].join('\n'),
};

const entry = (parts: {
  sign: string;
  amount: string;
  label: string;
  debtor: string;
  ref: string;
}): string => `
      <Ntry>
        <Amt Ccy="EUR">${parts.amount}</Amt><CdtDbtInd>${parts.sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>${parts.ref}</AcctSvcrRef>
        <NtryDtls><TxDtls>
          <Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
          <RltdPties><Dbtr><Pty><Nm>${parts.debtor}</Nm></Pty></Dbtr></RltdPties>
          <RmtInf><Ustrd>${parts.label}</Ustrd></RmtInf>
        </TxDtls></NtryDtls>
      </Ntry>`;

export const camt = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
  <BkToCstmrStmt><Stmt><Id>1</Id>${entry({ sign: 'CRDT', amount: '49.00', label: 'CAL-7K3M9Q Dupont &amp; fils', debtor: 'Jean Dupont', ref: 'BK2026112000001' })}${entry({ sign: 'DBIT', amount: '12.30', label: 'ASSURANCE', debtor: '', ref: 'BK2026112000002' })}
  </Stmt></BkToCstmrStmt>
</Document>`;
