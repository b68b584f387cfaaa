using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Addresses with a password in them (RFC 3986, section 3.2.1).</summary>
internal static class RulesUrls
{
    // A slash ends the authority, so a port and a later @ do not look like a password. Braces and angle brackets mark templates.
    private const string Credentials = """[^\s:@/"'`<>{}\\]{0,128}:[^\s@/"'`<>{}\\]{1,256}@[A-Za-z0-9.\[][A-Za-z0-9.:\[\]_-]{0,255}""";

    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "database_url",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "Connection address of a database or message broker with a password.",
            Source = "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS",
            Pattern = @"(?i)(?:postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?)(?:\+[a-z0-9_]{1,16})?://" + Credentials,
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
        },
        new()
        {
            Name = "basic_auth_url",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "Web or file transfer address with a user name and a password.",
            Source = "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
            Pattern = @"(?i)(?:https?|ftps?|sftp)://" + Credentials,
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
        },
    ];
}
