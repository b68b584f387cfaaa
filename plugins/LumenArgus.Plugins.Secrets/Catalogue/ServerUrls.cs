using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Addresses with a password in them (RFC 3986, section 3.2.1).</summary>
internal static class ServerUrls
{
    // A slash ends the authority, so a port and a later @ do not look like a password. Braces and angle brackets mark templates.
    private const string Credentials = """[^\s:@/"'`<>{}\\]{0,128}:[^\s@/"'`<>{}\\]{1,256}@[A-Za-z0-9.\[][A-Za-z0-9.:\[\]_-]{0,255}""";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "database_url",
            Detector = Rules.Detector,
            Title = "Database or message broker address with a password",
            Severity = Severity.Critical,
            Description = "Connection address of a database or message broker with a password.",
            Source = "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS",
            Pattern = @"(?i)(?:postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?)(?:\+[a-z0-9_]{1,16})?://" + Credentials,
            Format = "<postgres|postgresql|mysql|mariadb|mongodb|mongodb+srv|redis|rediss|amqp|amqps>://<lower:3-8>:<alnum:10-20>@db.example.com",
            Validator = "url_credentials",
            Keywords = ["postgres", "mysql", "mariadb", "mongodb", "redis", "amqp"],
            WindowBytes = 768,
            Tags = ["url", "database"],
            Positives =
            [
                $"postgres://app:{Sample.Of(12)}@db.example.com:5432/orders",
                $"DATABASE_URL=postgresql+psycopg2://app:{Sample.Of(12, seed: 2)}@localhost/orders",
                $"\"mongodb+srv://app:{Sample.Of(12, seed: 3)}@cluster0.example.net/test?retryWrites=true\"",
                $"redis://:{Sample.Of(12, seed: 4)}@10.0.0.1:6379/0",
                $"amqps://app:{Sample.Of(12, seed: 5)}@mq.example.com/vhost",
                $"mysql://root:{Sample.Of(8, seed: 6)}@127.0.0.1/shop",
                $"jdbc:mariadb://root:{Sample.Of(8, seed: 7)}@db/shop",
            ],
            Negatives =
            [
                "postgres://localhost:5432/orders",
                "postgres://app@db.example.com/orders",
                "postgres://${USER}:${PASS}@db.example.com/orders",
                "mysql://root:$MYSQL_PASSWORD@db/shop",
                "redis://cache:6379/0 and admin@example.com",
                "postgres://app:****@db/orders",
            ],
            Evasions = [$"postgres%3A%2F%2Fapp%3A{Sample.Of(12, seed: 8)}%40db.example.com%2Forders"],
        },
        new()
        {
            Name = "basic_auth_url",
            Detector = Rules.Detector,
            Title = "Web or file transfer address with a password",
            Severity = Severity.High,
            Description = "Web or file transfer address with a user name and a password.",
            Source = "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
            Pattern = @"(?i)(?:https?|ftps?|sftp)://" + Credentials,
            Format = "<http|https|ftp|sftp>://<lower:3-8>:<alnum:10-20>@host.example.com",
            Validator = "url_credentials",
            Keywords = ["http://", "https://", "ftp://", "ftps://"],
            Tags = ["url"],
            Positives =
            [
                $"https://deploy:{Sample.Of(12)}@git.example.com/r.git",
                $"curl http://admin:{Sample.Of(6, seed: 2)}@localhost:9200/_cat",
                $"\"ftp://user:{Sample.Of(8, seed: 3)}@files.example.com\"",
            ],
            Negatives =
            [
                "https://example.com:8443/path/user@host",
                "https://user@example.com/",
                "http://localhost:8080 and me@example.com",
                "https://<user>:<password>@example.com",
                "https://user:$TOKEN@example.com",
            ],
            Evasions = [$"https:\\u002f\\u002fdeploy:{Sample.Of(12, seed: 4)}\\u0040git.example.com/r.git"],
        },
        new()
        {
            Name = "database_server_url",
            Detector = Rules.Detector,
            Title = "Address of a further database with a password",
            Severity = Severity.Critical,
            Source = "https://docs.sqlalchemy.org/en/20/core/engines.html#database-urls",
            Pattern = @"(?i)\b(?:arangodb|bolt|c(?:lickhouse|ockroachdb|assandra|ouch(?:base|db))|d(?:b2|remio)|e(?:lasticsearch|xasol)|firebird|hive|i(?:bm_db_sa|nfluxdb)|"
                + @"libsql|mssql|neo4j|o(?:pensearch|racle)|presto|redshift|s(?:cylla|nowflake|qlserver)|t(?:eradatasql|rino)|vertica)(?:\+[a-z0-9_]{1,16})?://" + Credentials,
            Format = "<clickhouse|mssql+pyodbc|neo4j+s|snowflake|oracle>://<lower:3-8>:<alnum:10-20>@ch.example.com",
            Validator = "url_credentials",
            Keywords =
            [
                "clickhouse", "cockroachdb", "cassandra", "scylla", "neo4j", "bolt", "couchdb", "influxdb", "libsql", "snowflake", "mssql", "sqlserver", "oracle", "trino",
                "presto", "vertica", "redshift", "firebird", "ibm_db_sa", "db2", "hive", "arangodb", "couchbase", "dremio", "exasol", "teradatasql", "opensearch", "elasticsearch",
            ],
            WindowBytes = 768,
            Positives =
            [
                "clickhouse://default:evGIgPXDQ3fL@ch.example.com:9000/events",
                "mssql+pyodbc://sa:ZOR0ceBUGOJa@sql.example.com/shop",
                "neo4j+s://neo4j:C8RFYuag26Z1@graph.example.com",
                "snowflake://loader:Q3alna3-1NeN@acme-eu1/raw",
                "oracle://scott:oyBxSHCSK6W3@ora.example.com:1521/XE",
                "db2+ibm_db://app:tQ7cWz2LmX4v@db2.example.com:50000/SAMPLE",
            ],
            Negatives =
            [
                "clickhouse://localhost:7000/x",
                "clickhouse://${USER}:${PASSWORD}@ch.example.com:9000/events",
                "clickhouse://user:****@ch.example.com:9000/events",
            ],
            Evasions =
            [
                "payload: Y29ubmVj" + "dCB0byBvcmFjbGU6Ly9zY290dDpsZ0xKcjFKVEVIeEFNQG9yYS5leGFtcGxlLmNvbToxNTIxL1hF",
            ],
        },
        new()
        {
            Name = "database_source_name",
            Detector = Rules.Detector,
            Title = "Data source name of a Go database driver with a password",
            Severity = Severity.Critical,
            Source = "https://github.com/go-sql-driver/mysql#dsn-data-source-name",
            Pattern = @"[0-9A-Za-z_.-]{1,32}:[^\s:@/""'`<>{}\\]{1,64}@(?:tcp6?|unix)\([^\s)""'`]{0,128}\)/",
            Format = "<lower:3-8>:<alnum:10-20>@<tcp|unix>(db.example.com:3306)/shop",
            Validator = "url_credentials",
            Keywords = ["@tcp(", "@tcp6(", "@unix("],
            Tags = ["database"],
            Positives =
            [
                $"app:{Sample.Of(12)}@tcp(db.example.com:3306)/shop?parseTime=true",
                $"sql.Open(\"mysql\", \"root:{Sample.Of(8, seed: 2)}@unix(/run/mysqld/mysqld.sock)/shop\")",
            ],
            Negatives = ["user@tcp(localhost:3306)/shop", "user:$PASSWORD@tcp(localhost:3306)/shop", "%s:%s@tcp(%s)/%s", "app:****@tcp(db:3306)/shop"],
            Evasions = [$"app:{Sample.Of(12, seed: 3)}%40tcp%28db.example.com:3306%29/shop"],
        },
        new()
        {
            Name = "message_broker_url",
            Detector = Rules.Detector,
            Title = "Address of a message broker with a password",
            Severity = Severity.Critical,
            Source = "https://docs.nats.io/using-nats/developer/connecting/userpass",
            Pattern = @"(?i)\b(?:nats|mqtts?|stomp|kafka|pulsar|activemq|wss?)(?:\+[a-z0-9_]{1,16})?://" + Credentials,
            Format = "<nats|mqtts|wss>://<lower:3-8>:<alnum:10-20>@mq.example.com",
            Validator = "url_credentials",
            Keywords = ["nats", "mqtt", "stomp", "kafka", "pulsar", "activemq", "ws"],
            WindowBytes = 768,
            Positives =
            [
                "nats://app:1IMtrSqXOWq2@mq.example.com:4222",
                "mqtts://sensor:3Bz0Owff1Btx@iot.example.com:8883",
                "wss://agent:pcitEkvSlz07@push.example.com/socket",
            ],
            Negatives =
            [
                "nats://localhost:7000/x",
                "nats://${USER}:${PASSWORD}@mq.example.com:4222",
                "nats://user:****@mq.example.com:4222",
            ],
            Evasions =
            [
                "url=wss%3A%2F%2Fagent%3ARjiV6_hWbDExg%40push.example.com%2Fsocket",
            ],
        },
        new()
        {
            Name = "mail_server_url",
            Detector = Rules.Detector,
            Title = "Address of a mail server with a password",
            Severity = Severity.High,
            Source = "https://www.rfc-editor.org/rfc/rfc5092",
            Pattern = @"(?i)\b(?:smtps?|imaps?|pop3s?)(?:\+[a-z0-9_]{1,16})?://" + Credentials,
            Format = "<smtp|smtps|imaps>://<lower:3-8>:<alnum:10-20>@mail.example.com",
            Validator = "url_credentials",
            Keywords = ["smtp", "imap", "pop3"],
            WindowBytes = 768,
            Positives =
            [
                "smtp://mailer:HKnSRiWeP_J5@mail.example.com:587",
                "smtps://noreply:kBa20pBUOfXK@smtp.example.com",
                "imaps://archive:8PNTOY8bGZrH@imap.example.com",
            ],
            Negatives =
            [
                "smtp://localhost:7000/x",
                "smtp://${USER}:${PASSWORD}@mail.example.com:587",
                "smtp://user:****@mail.example.com:587",
            ],
            Evasions =
            [
                "payload: Y29ubmVj" + "dCB0byBpbWFwczovL2FyY2hpdmU6SDdFVWlPMVhGMkpPTUBpbWFwLmV4YW1wbGUuY29t",
            ],
        },
        new()
        {
            Name = "directory_url",
            Detector = Rules.Detector,
            Title = "Address of a directory server with a password",
            Severity = Severity.High,
            Source = "https://www.rfc-editor.org/rfc/rfc4516",
            Pattern = @"(?i)\b(?:ldaps?|ldapi)(?:\+[a-z0-9_]{1,16})?://" + Credentials,
            Format = "<ldap|ldaps>://<lower:3-8>:<alnum:10-20>@dc.example.com",
            Validator = "url_credentials",
            Keywords = ["ldap"],
            WindowBytes = 768,
            Positives =
            [
                "ldap://admin:horSEulzDD9N@dc.example.com:389",
                "ldaps://svc:aEE4Rf4ZN-9p@ldap.example.com",
                "ldaps://reader:g4V2_8tlDu73@dir.example.org:636",
            ],
            Negatives =
            [
                "ldap://localhost:7000/x",
                "ldap://${USER}:${PASSWORD}@dc.example.com:389",
                "ldap://user:****@dc.example.com:389",
            ],
            Evasions =
            [
                "url=ldaps%3A%2F%2Freader%3AtOOZPRTGkU1sR%40dir.example.org%3A636",
            ],
        },
        new()
        {
            Name = "remote_access_url",
            Detector = Rules.Detector,
            Title = "Address for remote access or a proxy with a password",
            Severity = Severity.High,
            Source = "https://www.rfc-editor.org/rfc/rfc4248",
            Pattern = @"(?i)\b(?:ssh|telnet|vnc|rdp|smb|socks[45]h?|scp|rsync|rtsps?)(?:\+[a-z0-9_]{1,16})?://" + Credentials,
            Format = "<ssh|socks5|rtsp>://<lower:3-8>:<alnum:10-20>@box.example.com",
            Validator = "url_credentials",
            Keywords = ["ssh", "telnet", "vnc", "rdp", "smb", "socks", "scp", "rsync", "rtsp"],
            WindowBytes = 768,
            Positives =
            [
                "ssh://root:Wcn3nkzgfjrk@box.example.com:22",
                "socks5://relay:2w8SgalOw2Cv@proxy.example.com:1080",
                "rtsp://camera:b2JvHRBXMIdk@cam.example.com/stream1",
            ],
            Negatives =
            [
                "ssh://localhost:7000/x",
                "ssh://${USER}:${PASSWORD}@box.example.com:22",
                "ssh://user:****@box.example.com:22",
            ],
            Evasions =
            [
                "payload: Y29ubmVj" + "dCB0byBydHNwOi8vY2FtZXJhOnFPQ05sT2hHbEQzOVNAY2FtLmV4YW1wbGUuY29tL3N0cmVhbTE=",
            ],
        },
    ];
}
