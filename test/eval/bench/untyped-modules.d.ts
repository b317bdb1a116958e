// What the benchmark uses of packages that bring no types.

declare module 'lunr' {
  interface Builder {
    use(plugin: Plugin): void;
    field(name: string): void;
    ref(name: string): void;
    add(document: Readonly<Record<string, string>>): void;
  }
  interface Query {
    term(terms: readonly object[], options: object): void;
  }
  interface Index {
    query(build: (query: Query) => void): readonly { readonly ref: string; readonly score: number }[];
  }
  type Plugin = (this: Builder) => void;
  interface Lunr {
    (configure: (this: Builder) => void): Index;
    tokenizer(text: string): readonly object[];
    /** Present once the modules of lunr-languages were called with lunr. */
    readonly es: Plugin;
    readonly fr: Plugin;
  }
  const lunr: Lunr;
  export = lunr;
}

declare module 'stopword' {
  export const eng: readonly string[];
  export const spa: readonly string[];
  export const fra: readonly string[];
}

declare module 'flexsearch/lang/en' {
  import type { EncoderOptions } from 'flexsearch';
  const preset: EncoderOptions;
  export default preset;
}

declare module 'flexsearch/lang/fr' {
  import type { EncoderOptions } from 'flexsearch';
  const preset: EncoderOptions;
  export default preset;
}
