import { Code } from '../ui/code.tsx';
import { useModelName } from './options.ts';

/** A model as it is printed on the unit, and its name where that says more. */
export function ModelName({ model }: { model: string }) {
  const name = useModelName()(model);
  return (
    <>
      <Code>{model}</Code>
      {name !== model && ` ${name}`}
    </>
  );
}
