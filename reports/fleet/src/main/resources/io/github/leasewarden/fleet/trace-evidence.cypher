MATCH (leak:Leak {fleet: $fleet, fingerprint: $fingerprint})
RETURN leak.service AS service, leak.version AS version, leak.message AS message
ORDER BY leak.lastSeen DESC
LIMIT 3
