import css from '#components/skeleton.module.css';

/** A grey place-holder of the final size. Sizes are CSS lengths. */
export function Skeleton({ width = '100%', height }: { width?: string; height: string }) {
  return <span className={css['skeleton']} style={{ width, height }} aria-hidden="true" />;
}
