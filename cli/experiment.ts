/** What a proof or a measurement gets to work with. */
export type ExperimentContext = {
  /** Everything that is left to chance starts from it, so that a run can be repeated. */
  seed: number;
  /** An empty folder of its own, gone afterwards. */
  folder: string;
  /** How many rounds were asked for, when any were; else the experiment takes its own number. */
  rounds: number | null;
  say: (line: string) => void;
};

/** A figure by name, with its unit in the name or beside the number: `{ 'rows a second': 412_000 }`. */
export type Figures = Record<string, number | string>;

/** One file `proof/NAME.proof.ts` or `bench/NAME.bench.ts`, exported as `experiment`. It throws when it fails. */
export type Experiment = {
  name: string;
  /** One line: what is proved, or what is measured against what. */
  summary: string;
  debianPackages: readonly string[];
  run: (context: ExperimentContext) => Promise<Figures>;
};
