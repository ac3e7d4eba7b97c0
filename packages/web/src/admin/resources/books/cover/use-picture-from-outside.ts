import { useEffect, useEffectEvent, useState, type DragEvent } from 'react';

/**
 * Pictures that are pasted anywhere on the page, or dropped on the element that gets `dropTarget`. Beside it a file is
 * caught and nothing done: the browser would leave the half-filled form to show it.
 */
export function usePictureFromOutside(onPicture: (picture: File) => void) {
  const [isOver, setOver] = useState(false);

  const paste = useEffectEvent((event: ClipboardEvent) => {
    const picture = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    // Who copies from a document or a table has text with it, and wants that.
    if (!picture || event.clipboardData?.types.includes('text/plain')) return;
    event.preventDefault();
    onPicture(picture);
  });

  useEffect(() => {
    const catchFile = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', catchFile);
    document.addEventListener('drop', catchFile);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', catchFile);
      document.removeEventListener('drop', catchFile);
    };
  }, []);

  const dropTarget = {
    onDragOver: (event: DragEvent) => setOver(event.dataTransfer.types.includes('Files')),
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      const stays = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      if (!stays) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      const [picture] = event.dataTransfer.files;
      if (!picture) return;
      event.preventDefault();
      onPicture(picture);
    },
  };
  return { isOver, dropTarget };
}
