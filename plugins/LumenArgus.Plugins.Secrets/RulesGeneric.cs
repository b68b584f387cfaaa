using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Rules that know a name but no format. Entropy decides, so they are silent on words, identifiers, UUIDs and hex digests (at most 4.1 bits). The
/// demand grows with the length (<see cref="Options.FloorFor"/>): the rule has the floor of its shortest value, which the host can test without the
/// validator, and the validator has the one of the value. The sweep keeps the full floor, so it is silent on values of fewer than 23 characters.
/// </summary>
internal static class RulesGeneric
{
    private const string TokenClass = "[A-Za-z0-9+/=_.~%:|!@#^*$-]";
    private const string PasswordClass = """[^\s"'`\\,;()<>]""";
    private const int ShortestPassword = 8;
    private const int ShortestToken = 16;
    private const int Window = 640;

    // The proximity keywords of the sweep. Those that contain another one (api_key, secret_key) are here all the same: the list is what the manual names.
    private static readonly ImmutableArray<string> SweepKeywords =
    [
        "key", "secret", "token", "password", "passwd", "pwd", "credential", "auth", "private", "api_key", "apikey", "access_key", "secret_key", "bearer", "authorization",
    ];

    public static ImmutableArray<DetectionRule> All(Options options) =>
    [
        new()
        {
            Name = "generic_password",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "A random value assigned to a name that ends with password.",
            Pattern = "(?i)(?:password|passwd|passphrase|pwd)" + Shape.Assign + $"({PasswordClass}{{{ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["password", "passwd", "passphrase", "pwd"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                $"password = \"{Sample.Of(32)}\"", $"\"dbPassword\": \"{Sample.Of(40, seed: 2)}\"", $"pwd: {Sample.Of(48, seed: 3)}",
                "password = \"hV7!kq92LmzPw\"", "DB_PASSWORD=hV7!kq92LmzPw", "{\"password\": \"hV7kq92LmzPwQ7z\"}", "<password>k9#Vt2xQ</password>",
            ],
            Negatives =
            [
                "password = \"password123\"", "password = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "password = get_password_from_vault(\"a\")", "password: ${DATABASE_PASSWORD_FROM_ENV}",
                "password = \"changeme\"", "password = \"ChangeMe123!\"", "password: <your-password>", "PASSWORD=xxxxxxxx", "password = os.environ['DB_PASSWORD2']",
                "password: process.env.DB2_PASS", "password = base64Decode2(x1)", "password = options.x509Password", "password: \"{{vault_9f2K}}\"", "pwd = sha256Hash",
                "password = args[0].utf8Text", "password=%(db_1Pass)s", "password: string | null", "password = a1.b2?.c3 ?? d4", "password = \"********\"",
            ],
        },
        new()
        {
            Name = "generic_api_key",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "A random value assigned to a name that ends with API key or a like name.",
            Pattern = "(?i)(?:api|secret|access|auth|signing|encryption|private)[_ .-]?key" + Shape.Assign + $"({TokenClass}{{{ShortestToken},512}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestToken),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["key"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives = [$"api_key = \"{Sample.Of(32)}\"", $"\"apiKey\": \"{Sample.Of(40, seed: 2)}\"", $"secret_key='{Sample.Of(48, seed: 3)}'", $"const apiKey: string = '{Sample.Of(48, seed: 4)}'"],
            Negatives = ["api_key = \"your-api-key-goes-here\"", $"api_key = \"{Sample.Uuid()}\"", "api_key = process.env.MY_SERVICE_API_KEY", $"primary_key = \"{Sample.Of(32)}\""],
        },
        new()
        {
            Name = "generic_secret",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "A random value assigned to a name that ends with secret, token or credential.",
            Pattern = "(?i)(?:secret|token|credentials?)" + Shape.Assign + $"({TokenClass}{{{ShortestToken},512}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestToken),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["secret", "token", "credential"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives = [$"secret = \"{Sample.Of(32)}\"", $"\"client_secret\": \"{Sample.Of(40, seed: 2)}\"", $"access_token={Sample.Of(48, seed: 3)}"],
            Negatives = ["secret = \"not-so-secret-value\"", $"token = \"{Sample.Of(40, Sample.Hex)}\"", $"token: https://login.example.com/{Sample.Of(32)}", $"tokenizer = \"{Sample.Of(32)}\""],
        },
        new()
        {
            Name = "env_file_assignment",
            Detector = Rules.Detector,
            Severity = Severity.Warning,
            Description = "A line of an environment file that sets a secret.",
            // The names share no first letter: a choice that one byte decides costs nothing.
            Pattern = "^[ \\t]{0,8}(?:export[ \\t]{1,4})?[A-Z0-9_]{0,40}(?:SECRET|TOKEN|A(?:PI|CCESS)_?KEY|P(?:RIVATE_?KEY|ASSW(?:OR)?D)|CREDENTIAL)[A-Z0-9_]{0,40}=[\"']?([^\\s\"']{8,512})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["SECRET", "TOKEN", "KEY", "PASSWORD", "PASSWD", "CREDENTIAL"],
            WindowBytes = Window,
            Tags = ["generic", "env"],
            Positives = [$"export SECRET_KEY={Sample.Of(40)}", $"PORT=80\nSESSION_TOKEN={Sample.Of(40, seed: 2)}\n", $"DB_PASSWORD_2=\"{Sample.Of(40, seed: 3)}\""],
            Negatives = ["SECRET_KEY=changeme", "export API_KEY=$(cat /run/secrets/api_key)", $"if (API_KEY == \"{Sample.Of(40)}\")", $"COMMIT={Sample.Of(40)}"],
        },
        new()
        {
            Name = "high_entropy_string",
            Detector = Rules.Detector,
            Severity = Severity.Warning,
            Description = "A random token near a word that announces a secret.",
            // No upper bound: a run that is longer than a secret has to be seen whole, so that the validator can drop it instead of taking its pieces.
            Pattern = "[A-Za-z0-9+/_-]{16,}",
            EntropyFloor = options.GenericFloor,
            Validator = "random_token",
            Generic = true,
            Keywords = SweepKeywords,
            KeywordDistance = 100,
            WindowBytes = 160,
            Tags = ["generic", "entropy"],
            Positives = [$"the key is {Sample.Of(32)}", $"Authorization: Bearer {Sample.Of(48, seed: 2)}", $"{Sample.Of(40, seed: 3)} was the old password"],
            Negatives =
            [
                $"the build is {Sample.Of(32)}",
                $"the key is {Sample.Of(64, Sample.Hex)}",
                $"the key is {new string(' ', 120)}{Sample.Of(32)}",
                $"{Sample.Of(32)}{new string(' ', 120)} is the key",
                $"\"js-tokens\": {{ \"integrity\": \"sha512-{Sample.Of(86)}==\"",
                "the key is in src/components/authentication/PasswordResetFormWithValidation",
                $"the key image is data:image/png;base64,{Sample.Of(600)}",
            ],
        },
    ];
}
