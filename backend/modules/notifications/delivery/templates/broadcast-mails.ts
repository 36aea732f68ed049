import type { MailContent, MailMaterial, MailTemplate } from './mail-content';

/** What the staff wrote for everybody; an empty line parts two paragraphs. */
const written = ({ title, facts, link }: MailMaterial, greeting: string, label: string): MailContent => {
  const body = facts['body'] ?? '';
  return {
    ...{ subject: title, preheader: body, greeting },
    paragraphs: body.split(/\n\s*\n/).map((paragraph) => paragraph.trim()),
    button: { label, url: link },
  };
};

export const broadcast: MailTemplate = {
  fr: (material) => written(material, `Bonjour ${material.firstName},`, 'Ouvrir mon espace'),
  en: (material) => written(material, `Hello ${material.firstName},`, 'Open my space'),
};
