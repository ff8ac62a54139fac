MATCH (site:Site {fleet: $fleet, fingerprint: $fingerprint})
OPTIONAL MATCH (site)-[:HOLDS]->(class:Class)
RETURN site.fingerprint AS fingerprint, site.kind AS kind, site.rule AS rule, coalesce(site.where, "a place that is not known") AS site,
  collect(class.name) AS classes
