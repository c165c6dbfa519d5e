-- Schema version 12: the number of what is alike begins with the cell (SameClass/ClassLikeness.cs).
UPDATE opportunity SET likeness = ((likeness & 4294967295) << 32) | greatest(1, (likeness >> 32) & 4294967295) WHERE likeness IS NOT NULL;
