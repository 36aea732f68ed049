import type { Plugin } from 'rolldown';

export declare const isTextAsset: (id: string) => boolean;
export declare function textAssets(): Plugin;
