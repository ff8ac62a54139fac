UNWIND $rows AS row
MERGE (site:Site {id: row.id})
  ON CREATE SET site.fleet = $fleet, site.fingerprint = row.fingerprint, site.rule = row.rule, site.kind = row.kind
// a site may first be seen without its stack
SET site.where = CASE WHEN site.where IS NULL OR row.where > site.where THEN row.where ELSE site.where END
FOREACH (frame IN row.frames |
  MERGE (node:Frame {id: frame.id}) ON CREATE SET node.fleet = $fleet, node.name = frame.name
  MERGE (site)-[:THROUGH]->(node))
FOREACH (class IN row.classes |
  MERGE (node:Class {id: class.id}) ON CREATE SET node.fleet = $fleet, node.name = class.name
  MERGE (site)-[:HOLDS]->(node))
