using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Proprietary;

/// <summary>Names of files. The host matches them against the base name alone: <c>^</c> and <c>$</c> are its ends, and a glob's star there is no anchor.</summary>
internal static class RulesFiles
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "blocked_file_pattern",
            Detector = Rules.Detector,
            Title = "File of keys or credentials",
            Severity = Severity.Critical,
            Description = "A file that holds keys or credentials by its name.",
            Target = RuleTarget.SourceFileName,
            Pattern = @"(?i)\.(?:pem|key|p12|pfx|env)$|\.env\.|^id_rsa|^(?:\.npmrc|\.pypirc|credentials\.json)$|^service-account.*\.json$|secret",
            Tags = ["file"],
            Positives =
            [
                "server.pem", "TLS.KEY", "store.p12", "cert.pfx", "id_rsa", "id_rsa.pub", ".env", "prod.env", ".env.local", "app.env.production", ".npmrc", ".pypirc",
                "credentials.json", "service-account.json", "service-account-prod.json", "my-secrets.yaml",
            ],
            Negatives = ["server.pem.txt", "keyboard.cs", "environment.ts", "my.npmrc", "id_ed25519.md", "credentials.json.md", "service-account.yaml", "readme.md"],
        },
        new()
        {
            Name = "sensitive_file_pattern",
            Detector = Rules.Detector,
            Title = "Database file or dump",
            Severity = Severity.Warning,
            Description = "A file that holds a database or a part of one by its name.",
            Target = RuleTarget.SourceFileName,
            Pattern = @"(?i)\.(?:sqlite|db|sql)$|dump",
            Tags = ["file"],
            Positives = ["app.sqlite", "users.DB", "schema.sql", "heapdump-2.bin", "dump"],
            Negatives = ["app.sqlite3-journal", "db.ts", "sql.md", "dashboard.cs"],
        },
    ];
}
