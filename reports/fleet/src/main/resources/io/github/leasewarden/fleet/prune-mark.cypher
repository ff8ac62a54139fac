MERGE (fleet:Fleet {name: $fleet})
SET fleet.prunedBefore =
  CASE WHEN fleet.prunedBefore IS NULL OR $before > fleet.prunedBefore THEN $before ELSE fleet.prunedBefore END
