/** The document's title for a page; React moves it into the head. */
export function PageTitle({ title }: { title: string }) {
  return <title>{title}</title>;
}
