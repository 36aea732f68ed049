export declare const allowedImports: Record<string, string[]>;
export declare const boundaryRule: unknown[];
