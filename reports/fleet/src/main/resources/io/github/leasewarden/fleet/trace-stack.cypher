// as the newest version that leaks here opens it
MATCH (leak:Leak {fleet: $fleet, fingerprint: $fingerprint})
WITH leak ORDER BY leak.lastSeen DESC LIMIT 1
UNWIND range(0, size(leak.frames) - 1) AS depth
RETURN leak.service AS service, leak.version AS version, leak.frames[depth] AS frame
ORDER BY depth
