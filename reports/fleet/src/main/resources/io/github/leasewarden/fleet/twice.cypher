// the same instance running twice at the same time is two instances under one name
UNWIND $ids AS id
MATCH (one:Jvm {id: id})
MATCH (other:Jvm {place: one.place})
WHERE other.id <> one.id
WITH one, other,
  CASE WHEN one.startedAt < other.startedAt THEN one ELSE other END AS older,
  CASE WHEN one.startedAt < other.startedAt THEN other ELSE one END AS younger
WHERE older.lastSeen > younger.startedAt + duration({seconds: $toleranceSeconds})
RETURN one.id AS id, one.place AS place, one.service AS service, one.instance AS instance, older.startedAt AS since, younger.startedAt AS andSince
ORDER BY since
