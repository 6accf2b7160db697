import { lazy } from 'react';
import { capabilities } from '../capabilities.ts';
import { isOn } from '../context/descriptor.ts';
import { useSite } from '../context/site.ts';
import { MoreTexts } from '../texts/texts.tsx';
import styles from './log-in-page.module.css';
import { Waiting } from '../ui/waiting.tsx';

const all = capabilities.flatMap((descriptor) => {
  const { name, texts, logInPart } = descriptor;
  if (!logInPart) return [];
  const Part = lazy(async () => ({ default: (await logInPart.load()).Part }));
  return [{ descriptor, sources: { [name]: texts }, Part }];
});

/** What the site's capabilities have for people who are not logged in. */
export function LogInParts() {
  const site = useSite();
  return all
    .filter(({ descriptor }) => isOn(descriptor, site.capabilities))
    .map(({ descriptor, sources, Part }) => (
      <Waiting key={descriptor.name} fallback={null}>
        <MoreTexts sources={sources}>
          <div className={styles['part']}>
            <Part />
          </div>
        </MoreTexts>
      </Waiting>
    ));
}
