CREATE CONSTRAINT leasewarden_fleet IF NOT EXISTS FOR (n:Fleet) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT leasewarden_service IF NOT EXISTS FOR (n:Service) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT leasewarden_version IF NOT EXISTS FOR (n:Version) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT leasewarden_jvm IF NOT EXISTS FOR (n:Jvm) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT leasewarden_report IF NOT EXISTS FOR (n:Report) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT leasewarden_site IF NOT EXISTS FOR (n:Site) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT leasewarden_frame IF NOT EXISTS FOR (n:Frame) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT leasewarden_class IF NOT EXISTS FOR (n:Class) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT leasewarden_leak IF NOT EXISTS FOR (n:Leak) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT leasewarden_suspect IF NOT EXISTS FOR (n:Suspect) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT leasewarden_expiry IF NOT EXISTS FOR (n:Expiry) REQUIRE n.id IS UNIQUE;
CREATE INDEX leasewarden_jvm_place IF NOT EXISTS FOR (n:Jvm) ON (n.place);
CREATE INDEX leasewarden_jvm_fleet IF NOT EXISTS FOR (n:Jvm) ON (n.fleet);
CREATE INDEX leasewarden_leak_fleet IF NOT EXISTS FOR (n:Leak) ON (n.fleet);
CALL db.awaitIndexes(300)
