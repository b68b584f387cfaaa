using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Rules that know a name but no format: a drawn value behind a word for a credential, in the syntax of the common languages and formats
/// (<see cref="Shape.Behind"/>). What is drawn is judged by <see cref="NamedSecretValidator"/>; the entropy floor of a rule is that of its shortest value
/// in the smallest alphabet, which the host can test without the validator. The sweep knows of a word near a value only and keeps the full floor.
/// </summary>
internal static class RulesGeneric
{
    private const string TokenClass = "[A-Za-z0-9+/=_.~%:|!@#^*$-]";
    private const string PasswordClass = """[^\s"'`\\,;()<>]""";

    // The brackets end a list, an entry or a CDATA section.
    private const string ElementClass = """[^\s"'`\\,;()<>\]}]""";
    private const int ShortestPassword = 8;
    private const int ShortestToken = 16;
    private const int Window = 768;

    private const string PageToken = """(?:(?:next|st(?:art|arting)|continu(?:e|ation)|re(?:sume|questpage))[_-]?(?:page[_-]?)?|pag(?:e|ing|ination)[_-]?)tokens?["'`*\\]{0,4}[\s:=,>]""";
    private const string ImageTag = """(?:/|(?:pu(?:ll|sh)|from|tag|image["']?:)[ ]["']?)(?:secret|token|credentials?|auth|bearer):[0-9a-f]{32,64}""";

    // The proximity keywords of the sweep. Those that contain another one (api_key, secret_key) are here all the same: the list is what the manual names.
    private static readonly ImmutableArray<string> SweepKeywords =
    [
        "key", "secret", "token", "password", "passwd", "pwd", "credential", "auth", "private", "api_key", "apikey", "access_key", "secret_key", "bearer", "authorization",
    ];

    // What stands before "key" in the name of a secret; a public, primary, foreign or cache key is none. By first letters: see Shape.
    private const string Keys =
        "a(?:p[ip]|cc(?:ess|ount)|uth|dmin)|s(?:e(?:cret|ssion|rv(?:er|ice))|ign(?:ing)?|hared|torage|ubscription)|encrypt(?:ion)?|private|master|c(?:lient|rypto|o(?:nsumer|okie))|license|webhook|jwt|hmac|deploy";

    // Services whose keys have no form of their own, one for each first letter (see Shape): the catalogue knows the others by their formats.
    private static readonly ImmutableArray<string> Issuers =
    [
        "algolia", "bitly", "cloudinary", "datadog", "fastly", "giphy", "loggly", "mapbox", "newsapi", "okta", "pagerduty", "rapidapi", "splunk", "twitch", "unsplash", "virustotal", "weatherapi", "zendesk",
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All(Options options) =>
    [
        new()
        {
            Name = "generic_password",
            Detector = Rules.Detector,
            Title = "Password",
            Severity = Severity.High,
            Description = "A random value behind a word for a password.",
            Pattern = "(?i)(?:pass(?:w(?:or[dt]|d|rd)|phrase|code|e)?|pwd)" + Shape.Behind
                + $"({PasswordClass}{{{ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["pass", "pwd"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                $"password = \"{Sample.Of(32)}\"", $"\"dbPassword\": \"{Sample.Of(40, seed: 2)}\"", $"pwd: {Sample.Of(48, seed: 3)}",
                "password = \"hV7!kq92LmzPw\"", "DB_PASSWORD=hV7!kq92LmzPw", "{\"password\": \"hV7kq92LmzPwQ7z\"}", "<password>k9#Vt2xQ</password>",
                "mysql --password hV7!kq92LmzPw", "config.setPassword(\"k9#Vt2xQ\")", "my password is hV7!kq92LmzPw",
            ],
            Negatives =
            [
                "password = \"password123\"", "password = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "password = get_password_from_vault(\"a\")", "password: ${DATABASE_PASSWORD_FROM_ENV}",
                "password = \"changeme\"", "password = \"ChangeMe123!\"", "password: <your-password>", "PASSWORD=xxxxxxxx", "password = os.environ['DB_PASSWORD2']",
                "password: process.env.DB2_PASS", "password = base64Decode2(x1)", "password = options.x509Password", "password: \"{{vault_9f2K}}\"", "pwd = sha256Hash",
                "password = args[0].utf8Text", "password=%(db_1Pass)s", "password: string | null", "password = a1.b2?.c3 ?? d4", "password = \"********\"",
                "the password was changed yesterday", "passwordHash = \"hV7!kq92LmzPw\"",
            ],
            Evasions = ["password = \"hV7!kq92LmzPw\" + \"Q7x\""],
        },
        new()
        {
            Name = "generic_password_localized",
            Detector = Rules.Detector,
            Title = "Password",
            Severity = Severity.High,
            Description = "A random value behind a word for a password in another language or in a program of its own: SQL, PowerShell, Redis.",
            Pattern = "(?:(?i:contraseña|clave|senha|identified (?:with [a-z0-9_]{1,32} )?by|securestring|requirepass|hasło|kennwort|wachtwoord|lösenord|\\bp(?:w|sk))|пароль|密码|パスワード|비밀번호)" + Shape.Behind + $"({PasswordClass}{{{ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            WindowBytes = Window,
            Tags = ["generic"],
            Positives = ["пароль: hV7!kq92LmzPw", "hasło = \"k9#Vt2xQ\"", "密码: hV7kq92LmzPwQ7z", "パスワード=hV7kq92LmzPwQ7z", "senha: hV7!kq92LmzPw", "user: me\npw: hV7!kq92LmzPw", "Kennwort: hV7kq92LmzPwQ7z", "CREATE USER app IDENTIFIED BY 'k9#Vt2xQ'"],
            Negatives = ["пароль: getPassword2()", "hasło: changeme", "密码: ${DB_PASSWORD}"],
            Evasions = ["пароль = \"hV7!kq92LmzPw\" + \"Q7x\""],
        },
        new()
        {
            Name = "generic_api_key",
            Detector = Rules.Detector,
            Title = "API key or other secret key",
            Severity = Severity.High,
            Description = "A random value behind API key or a like name.",
            Pattern = $"(?i)(?:{Keys})[_ .-]?key{Shape.Behind}({TokenClass}{{{ShortestToken},512}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestToken, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["key"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                $"api_key = \"{Sample.Of(32)}\"", $"\"apiKey\": \"{Sample.Of(40, seed: 2)}\"", $"secret_key='{Sample.Of(48, seed: 3)}'", $"const apiKey: string = '{Sample.Of(48, seed: 4)}'",
                $"curl -H \"X-Api-Key: {Sample.Of(32, Sample.Hex)}\"", $"client.apiKey(\"{Sample.Of(24, seed: 5)}\")", $"the API key is {Sample.Of(24, seed: 6)}", $"--api-key {Sample.Of(32, seed: 7)}",
            ],
            Negatives =
            [
                "api_key = \"your-api-key-goes-here\"", $"api_key = \"{Sample.Uuid()}\"", "api_key = process.env.MY_SERVICE_API_KEY", $"primary_key = \"{Sample.Of(32)}\"",
                $"publicKey = \"{Sample.Of(32)}\"", "apiKey: getConfigurationValue2(name)", $"api_key_id = sha256-{Sample.Of(43)}",
            ],
            Evasions = [$"api_key = \"{Sample.Of(16)}\" + \"{Sample.Of(16, seed: 2)}\""],
        },
        new()
        {
            Name = "generic_secret",
            Detector = Rules.Detector,
            Title = "Secret or token",
            Severity = Severity.High,
            Description = "A random value behind secret, token, credential or a like name.",
            // What is matched first takes no part in the group, so it is no finding: the tag of an image that is named auth, and tokens that only say where a list goes on.
            Pattern = "(?i)(?:" + ImageTag + "|" + PageToken + ")|(?:secret|token|credentials?|(?:\\b|_)auth(?:orization)?|bearer)" + Shape.Behind + $"({TokenClass}{{{ShortestToken},512}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestToken, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["secret", "token", "credential", "auth", "bearer"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                $"secret = \"{Sample.Of(32)}\"", $"\"client_secret\": \"{Sample.Of(40, seed: 2)}\"", $"access_token={Sample.Of(48, seed: 3)}", $"token = \"{Sample.Of(40, Sample.Hex)}\"",
                $"withToken('{Sample.Of(24, seed: 4)}')", $"Authorization: Token {Sample.Of(40, Sample.Hex, seed: 5)}", $"ENV NPM_TOKEN {Sample.Of(36, seed: 6)}",
                $"Dim token As String = \"{Sample.Of(40, seed: 11)}\"", $"auth:{Sample.Of(40, Sample.Hex, seed: 12)}", $"os.environ.get(\"API_TOKEN\") or \"{Sample.Of(32, seed: 13)}\"", $"token: ${{API_TOKEN:{Sample.Of(32, seed: 14)}}}",
                $"_auth={Sample.Of(40, seed: 7)}", $"process.env.APP_SECRET || \"{Sample.Of(32, seed: 8)}\"", $"ENV[\"APP_TOKEN\"] || '{Sample.Of(32, seed: 9)}'", $"getenv(\"API_TOKEN\") ?: \"{Sample.Of(32, seed: 10)}\"",
            ],
            Negatives =
            [
                "secret = \"not-so-secret-value\"", $"token: https://login.example.com/{Sample.Of(32)}", $"tokenizer = \"{Sample.Of(32)}\"", $"PublicKeyToken={Sample.Of(16, Sample.Hex)}",
                $"token: {Sample.Uuid()}", "token = CancellationTokenSource2.CreateLinkedToken",
                $"12:00:00 INFO [auth] request_id={Sample.Uuid()} user=4", $"[auth] trace={Sample.Of(32, Sample.Hex)}", $"[auth] auth-service-{Sample.Of(10, Sample.Hex)}-x7k2p started",
                $"auth commit={Sample.Of(40, Sample.Hex)}", $"image: registry.contoso.com/auth:{Sample.Of(40, Sample.Hex, seed: 5)}", $"docker push token:{Sample.Of(40, Sample.Hex, seed: 6)}", $"  AppAuth: {Sample.Of(40, Sample.Hex, seed: 2)}", $"TOKEN = 0x{Sample.Of(40, Sample.Hex, seed: 3)}",
                $"\"NextToken\": \"{Sample.Of(40, seed: 7)}\"", $"next_page_token={Sample.Of(40, seed: 8)}", $"--starting-token {Sample.Of(40, seed: 9)}",
                $"compute('', 'test_secret') => '{Sample.Of(64, Sample.Hex, seed: 4)}'",
            ],
            Evasions = [$"secret = \"{Sample.Of(16)}\" + \"{Sample.Of(16, seed: 2)}\""],
        },
        new()
        {
            Name = "generic_credential_pair",
            Detector = Rules.Detector,
            Title = "Credential whose name and value stand apart",
            Severity = Severity.High,
            Description = "A random value in the element, entry or attribute behind the one that names it: Kubernetes, property lists, application settings, Terraform variables, parameters.",
            Pattern = "(?i)(?:p(?:ass(?:word|wd)?|wd)|secret|token|a(?:pi|ccess|uth)[_.-]?key)[A-Z0-9_]{0,12}" + Shape.Apart + $"({ElementClass}{{{ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["pass", "pwd", "secret", "token", "key"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                $"- name: DB_PASSWORD\n  value: {Sample.Of(16)}", $"- name: \"API_KEY\"\n          value: \"{Sample.Of(32, seed: 2)}\"", $"<key>ApiToken</key>\n\t<string>{Sample.Of(24, seed: 3)}</string>",
                $"<add key=\"DbPassword\" value=\"{Sample.Of(16, seed: 4)}\" />", $"{{\"name\": \"DB_PASSWORD\", \"value\": \"{Sample.Of(20, seed: 5)}\"}}",
                $"variable \"db_password\" {{\n  type = string\n  default = \"{Sample.Of(20, seed: 6)}\"\n}}", $"<name>password</name>\n<value>{Sample.Of(20, seed: 7)}</value>",
                $"<apiKey type=\"x\">{Sample.Of(32, seed: 12)}</apiKey>",
                $"<secret><![CDATA[{Sample.Of(32, seed: 13)}]]></secret>",
                $"<td>Password</td>\n<td>{Sample.Of(20, seed: 17)}</td>", $"Parameters:\n  DbPassword:\n    Type: String\n    Default: {Sample.Of(20, seed: 22)}",
            ],
            Negatives =
            [
                "- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: database-credentials-2", "<key>ApiToken</key>\n<string>$(API_TOKEN_V2)</string>",
                "<input name=\"password\" value=\"\" class=\"form-control\">", "{\"name\": \"token\", \"value\": \"continuationToken2\"}", $"<add key=\"Token\" value=\"{Sample.Uuid()}\" />",
            ],
            Evasions = [$"- name: DB_PASSWORD\n  value: \"{Sample.Of(8)}\u200b{Sample.Of(8, seed: 2)}\""],
        },
        new()
        {
            // Sorts behind the others, which say more where both match: of equal rules the first name stays.
            Name = "generic_value_below",
            Detector = Rules.Detector,
            Title = "Credential a line or some words behind its name",
            Severity = Severity.High,
            Description = "A random value in the line, list or call behind its name, or behind words that belong to it: lists, here documents, continued lines, defaults, headings, sentences.",
            // Not a bare "pass", which is a statement of Python.
            Pattern = "(?i)(?:p(?:ass(?:word|wd|phrase)|wd)|_pass|secret|token|a(?:pi|ccess|uth)[_. -]?key)[A-Z0-9_]{0,12}" + Shape.Below + $"({ElementClass}{{{ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["pass", "pwd", "secret", "token", "key"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                $"api_keys = [\n  \"{Sample.Of(32, seed: 8)}\",\n]",
                $"tokens:\n  - {Sample.Of(32, seed: 9)}",
                $"secret = <<-EOT\n    {Sample.Of(32, seed: 10)}\n  EOT",
                $"db.password=\\\n    {Sample.Of(20, seed: 11)}",
                $"api_key: str = Field(default=\"{Sample.Of(32, seed: 14)}\")",
                $"token = os.environ.get(\"T\", None) or \"{Sample.Of(32, seed: 15)}\"",
                $"env::var(\"API_TOKEN\").unwrap_or(\"{Sample.Of(32, seed: 16)}\".into())",
                $"the password for staging is {Sample.Of(20, seed: 19)}",
                $"$ gh auth token\n{Sample.Of(40, seed: 20)}",
                $"args:\n  - --token\n  - {Sample.Of(32, seed: 21)}",
                $"## Password\n\n```\n{Sample.Of(20, seed: 18)}\n```",
            ],
            Negatives =
            [
                "try:\n    run()\nexcept E:\n    pass\n\n_version_2 = 0xA2805140", "password:\n  secretKeyRef:\n    name: db-credentials-2", "tokens = [\"identifier\", \"keyword2\"]",
                "the token in main.4f9a7Kq2.js", "the password was changed on 2024-11-25T18:14:35Z", "api_key = os.environ.get(\"ACME_V2_API_KEY\")", "secret = <<EOF\n${var.db_secret_2}\nEOF",
            ],
            Evasions = [$"tokens:\n  - {Sample.Of(16)}\u200b{Sample.Of(16, seed: 2)}"],
        },
        new()
        {
            Name = "generic_credential_argument",
            Detector = Rules.Detector,
            Title = "Credential in a command line",
            Severity = Severity.High,
            Description = "A random value passed to a well-known program as its password: curl -u user:password, mysql -p, sshpass -p, docker login -p, redis-cli -a.",
            Pattern = "(?i)" + CommandLine.Option + $"({PasswordClass}{{{ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = CommandLine.OptionKeywords,
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                "curl -u deploy:hV7!kq92LmzPw https://repo.contoso.com/", "curl --user 'me:k9#Vt2xQ' https://repo.contoso.com/", "mysqldump -h db -u root -phV7kq92LmzPwQ7z shop",
                "sqlcmd -S db -U sa -P hV7!kq92LmzPw", "smbclient -U corp/me%hV7kq92LmzPw //fs/share", "az login -u me@contoso.com -p hV7kq92LmzPwQ7z",
                "sshpass -p k9#Vt2xQ ssh host", $"docker login -u me -p {Sample.Of(24)} registry.contoso.com", $"redis-cli -h cache -a {Sample.Of(32, seed: 2)} ping",
            ],
            Negatives =
            [
                "curl -u deploy:$PASSWORD https://repo.contoso.com/", "chown -R user:group2018 /srv", "mysql -u root -p shop", "docker run -p 8080:80 -u 1000:1000 mysql:8.0.32", "docker login -u me -p ${REGISTRY_TOKEN} ghcr.io",
                "sudo -u postgres:administrators psql",
            ],
            Evasions = ["curl -u deploy:hV7!kq92LmzPw\\\n  https://repo.contoso.com/"],
        },
        new()
        {
            Name = "generic_credential_operand",
            Detector = Rules.Detector,
            Title = "Credential in a command line",
            Severity = Severity.High,
            Description = "A random value that a well-known program takes for a password by its place: net use, htpasswd -b, sqlplus user/password.",
            Pattern = "(?i)" + CommandLine.Operand + $"({PasswordClass}{{{ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = CommandLine.OperandKeywords,
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                @"net use \\fs01\share hV7kq92LmzPw /user:corp\me", @"net use Z: \\fs01\share /user:deployment hV7!kq92LmzPw", "net user administrator k9#Vt2xQ /add", "htpasswd -bc /etc/nginx/.htpasswd me hV7kq92LmzPw",
                "sqlplus scott/hV7kq92LmzPw@//db:1521/XE", "unzip -P hV7!kq92LmzPw a.zip",
            ],
            Negatives = [@"net use Z: \\fs01\share /user:deployment", "htpasswd -c /etc/nginx/.htpasswd administrator", "sqlplus scott/$PASSWORD@db", "unzip -p archive.zip document.xml", "net user administrator"],
            Evasions = [@"net use \\fs01\share hV7kq92LmzPwQ7z\u002d /user:me"],
        },
        new()
        {
            Name = "generic_credential_piped",
            Detector = Rules.Detector,
            Title = "Credential piped into a program",
            Severity = Severity.High,
            Description = "A random value that is written to a program which reads its password from there: docker login --password-stdin, sudo -S, chpasswd.",
            Pattern = CommandLine.Echo + """([^\s"'`\\,;()<>|]{8,256})""" + CommandLine.Pipe,
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["echo "],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives = ["echo hV7kq92LmzPwQ7z | docker login ghcr.io -u me --password-stdin", "echo \"hV7!kq92LmzPw\" | sudo -S apt update", "echo -n 'k9#Vt2xQ' | passwd --stdin me", "echo \"root:hV7kq92LmzPwQ7z\" | chpasswd"],
            Negatives = ["echo $PASSWORD | docker login --password-stdin", $"echo {Sample.Of(40, Sample.Hex)} | xargs git show", "echo ${{ secrets.TOKEN }} | gh auth login --with-token"],
            Evasions = ["echo \"hV7!kq92\u200bLmzPw\" | sudo -S apt update"],
        },
        new()
        {
            Name = "generic_credential_call",
            Detector = Rules.Detector,
            Title = "Password among the arguments of a call",
            Severity = Severity.High,
            Description = "A random value behind a user name in a call that connects or logs in: connect(\"db\", \"user\", \"password\"), auth=(\"user\", \"password\").",
            Pattern = """(?i)(?:auth|basic|c(?:onnect(?:ion)?|redentials?)|login|pdo|sequelize|usernamepasswordtoken)=?\((?:(?:["'][^"'\r\n]{0,80}["']|[a-z_][a-z0-9_.]{0,40}),\s{0,20}){1,3}["']"""
                + $"({PasswordClass}{{{ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["auth(", "auth=(", "basic(", "connect(", "connection(", "credential(", "credentials(", "login(", "pdo(", "sequelize(", "passwordtoken("],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                "requests.get(url, auth=(\"me\", \"hV7!kq92LmzPw\"))", "new PDO(\"mysql:host=db\", \"root\", \"hV7kq92LmzPw\");", "new NetworkCredential(\"me\", \"k9#Vt2xQ\")",
                "DriverManager.getConnection(url, \"app\", \"hV7kq92LmzPwQ7z\")", "mysqli_connect('db', 'root', 'hV7!kq92LmzPw', 'shop');", "smtp.login(\"me@contoso.com\", \"hV7kq92LmzPw\")",
            ],
            Negatives = ["connect(\"localhost\", \"root\", \"password\")", "auth=(user, os.environ[\"PASSWORD_2\"])", $"login(\"me\", \"{Sample.Uuid()}\")", "connection(\"db\", \"application/x-www-form-urlencoded\")"],
            Evasions = ["new NetworkCredential(\"me\", \"hV7!kq92\" + \"LmzPwQ7z\")"],
        },
        new()
        {
            Name = "generic_login",
            Detector = Rules.Detector,
            Title = "User name and password",
            Severity = Severity.High,
            Description = "A random value behind a user name, where both are said to be what one logs in with: creds: me:password, login: me / password.",
            Pattern = """(?i)(?:cred(?:ential)?s?|log[ -]?in|user(?:name)?[ ]?/[ ]?pass(?:word|wd)?)["'`*]{0,4}(?:[ \t]{0,4}[:=][ \t*]{0,4}|[ \t]{1,4}(?:with|is|are|as)[ \t]{1,4})["'`]?[A-Za-z0-9_.@-]{2,40}["'`]?[ \t]{0,2}[:/][ \t]{0,2}["'`]?([^\s"'`\\,;()<>/]{8,256})""",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["cred", "login", "log in", "log-in", "/pass", "/ pass"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives = ["creds: me:hV7!kq92LmzPw", "Login: `admin` / `hV7kq92LmzPw`", "username/password: me / hV7kq92LmzPwQ7z", "log in with admin/k9#Vt2xQ"],
            Negatives = ["login: https://login.contoso.com/4f9a7Kq2", "credentials: aws/config.json", $"login: 6ba7b810 / {Sample.Uuid()}", "creds: user:password"],
            Evasions = ["creds: me:hV7\u200b!kq92LmzPw"],
        },
        new()
        {
            Name = "generic_issuer_credential",
            Detector = Rules.Detector,
            Title = "Value behind the name of an issuer of keys",
            Severity = Severity.Warning,
            Description = "A random value assigned to the name of a well-known service and to nothing else: what it is can only be its key.",
            Pattern = $"(?i)(?:{string.Join('|', Issuers)})" + Shape.Behind + $"({TokenClass}{{20,512}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(20, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = Issuers,
            WindowBytes = Window,
            Tags = ["generic"],
            Positives = [$"datadog = \"{Sample.Of(32, Sample.Hex)}\"", $"ALGOLIA={Sample.Of(32, seed: 2)}", $"\"rapidapi\": \"{Sample.Of(50, seed: 3)}\"", $"keys: {{ weatherapi: '{Sample.Of(32, Sample.Hex, seed: 4)}' }}"],
            Negatives = ["datadog: registry.contoso.com/monitoring/datadog-agent:7.51", $"algolia = \"{Sample.Uuid()}\"", "cloudinary: process.env.CLOUDINARY_URL_V2", $"algoliaIndex = \"{Sample.Of(32)}\""],
            Evasions = [$"datadog = \"{Sample.Of(32)}\" + \"{Sample.Of(8, seed: 2)}\""],
        },
        new()
        {
            Name = "env_file_assignment",
            Detector = Rules.Detector,
            Title = "Secret in an environment file",
            Severity = Severity.Warning,
            Description = "A line of an environment file that sets a secret.",
            // The names share no first letter: a choice that one byte decides costs nothing.
            Pattern = "^[ \\t]{0,8}(?:export[ \\t]{1,4})?[A-Z0-9_]{0,40}(?:SECRET|TOKEN|A(?:PI|CCESS)_?KEY|P(?:RIVATE_?KEY|ASSW(?:OR)?D)|CREDENTIAL|_KEY)[A-Z0-9_]{0,40}=[\"']?([^\\s\"']{8,512})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["SECRET", "TOKEN", "KEY", "PASSWORD", "PASSWD", "CREDENTIAL"],
            WindowBytes = 640,
            Tags = ["generic", "env"],
            Positives = [$"export SECRET_KEY={Sample.Of(40)}", $"PORT=80\nSESSION_TOKEN={Sample.Of(40, seed: 2)}\n", $"DB_PASSWORD_2=\"{Sample.Of(40, seed: 3)}\""],
            Negatives = ["SECRET_KEY=changeme", "export API_KEY=$(cat /run/secrets/api_key)", $"if (API_KEY == \"{Sample.Of(40)}\")", $"COMMIT={Sample.Of(40)}"],
            Evasions = [$"export SECRET_KEY={Sample.Of(20)}\u200b{Sample.Of(20, seed: 2)}"],
        },
        new()
        {
            Name = "high_entropy_string",
            Detector = Rules.Detector,
            Title = "Random text near a word for a secret",
            Severity = Severity.Warning,
            Description = "A random token near a word that announces a secret.",
            // No upper bound: a run that is longer than a secret has to be seen whole, so that the validator can drop it instead of taking its pieces. The
            // marks between name and value belong to it for the same reason: what begins with "h1:" is a checksum.
            Pattern = $"[A-Za-z0-9+/_.:@-]{{{options.ShortestSwept},}}",
            EntropyFloor = options.GenericFloor,
            Validator = LoneTokenValidator.RuleName,
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
                $"github.com/acme/auth v1.0.0 h1:{Sample.Of(43)}=",
            ],
            Evasions = [$"the key is \"{Sample.Of(40)}\" + \"{Sample.Of(16, seed: 2)}\""],
        },
    ];
}
