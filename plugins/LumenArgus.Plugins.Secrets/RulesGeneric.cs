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
    /// <summary>What a password behind a name, or in quotes, is made of.</summary>
    public const string PasswordClass = """[^\s"'`\\,;()<>]""";

    /// <summary>Characters of the shortest password that is looked for.</summary>
    public const int ShortestPassword = 8;

    /// <summary>Bytes of a name, what joins it to its value, and the value.</summary>
    public const int Window = 768;

    private const string TokenClass = "[A-Za-z0-9+/=_.~%:|!@#^*$-]";

    private const string MarkedClass = """[^\s"'`\\]""";

    // A pod's template holds the hash of each file that it was made from (Helm, "Automatically Roll Deployments").
    private const string ChartChecksum = """checksum/(?:[a-z0-9]{1,16}-)?(?:secret|token|credential|auth)[a-z0-9-]{0,24}["']?:""";

    // The brackets end a list, an entry or a CDATA section.
    private const string ElementClass = """[^\s"'`\\,;()<>\]}]""";
    private const int ShortestToken = 16;

    // Not a bare "pass", which is a statement of Python.
    private const string NamesAbove = "(?i)(?:p(?:ass(?:word|wd|phrase)|wd)|_pass|secret|token|a(?:pi|ccess|uth)[_. -]?key)[A-Z0-9_]{0,12}";

    // Tokens that say where a list goes on, that a form is one's own, and of which key an assembly is signed.
    private const string PageToken = """(?:(?:next|st(?:art|arting)|c(?:ontinu(?:e|ation)|srf(?:middleware)?)|re(?:sume|questpage))[_-]?(?:(?:page|sync)[_-]?)?|p(?:ag(?:e|ing|ination)|ublickey)[_-]?)tokens?["'`*\\]{0,4}[\s:=,>]""";
    private const string ImageTag = """(?:/|(?:pu(?:ll|sh)|from|tag|image["']?:)[ ]["']?)(?:[a-z0-9]{1,24}-)?(?:secret|token|credentials?|auth|bearer):[0-9a-f]{32,64}""";

    // The proximity keywords of the sweep. Those that contain another one (api_key, secret_key) are here all the same: the list is what the manual names.
    private static readonly ImmutableArray<string> SweepKeywords =
    [
        "key", "secret", "token", "password", "passwd", "pwd", "credential", "auth", "private", "api_key", "apikey", "access_key", "secret_key", "bearer", "authorization", "cookie",
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
            Pattern = "(?i)(?:(?:p(?:ass(?:w(?:or[dt]|d|rd)|ord|[_-]?phrase|code|e)?|wd)|_p(?:w(?:ord)?|swd?)|(?:bind|root)pw)" + Shape.Behind
                + $$"""|;[ ]?p(?:wd|assword)=\{)({{PasswordClass}}{{{ShortestPassword}},512})""",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["pass", "pwd", "_pw", "_psw", "bindpw", "rootpw"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                $"password = \"{Sample.Of(32)}\"", $"\"dbPassword\": \"{Sample.Of(40, seed: 2)}\"", $"pwd: {Sample.Of(48, seed: 3)}",
                "password = \"hV7!kq92LmzPw\"", "DB_PASSWORD=hV7!kq92LmzPw", "{\"password\": \"hV7kq92LmzPwQ7z\"}", "<password>k9#Vt2xQ</password>",
                "DB_PASSWORD=AlYLH2UhpQjPAjroKi9Mdw==", "DB_PW=hV7kq92LmzPwQ7z", "NEXUS_PSW=hV7kq92LmzPwQ7z", "mysql --password hV7!kq92LmzPw", "config.setPassword(\"k9#Vt2xQ\")", "my password is hV7!kq92LmzPw",
                "DB_PSWD=hV7kq92LmzPwQ7z", "DB_PASSWORD=@cCZ2k257YSXpnWO", "bindpw hV7kq92LmzPwQ7z", "pass_phrase: hV7kq92LmzPwQ7z", "Server=db;Uid=app;Pwd={hV7kq92LmzPw};Encrypt=yes",
                "username me privilege 15 password 0 hV7kq92LmzPwQ7z", $"DB_PASSWORD={Sample.Of(16, Sample.Hex, seed: 4)}", "      + password                         = \"hV7kq92LmzPwQ7z\"",
            ],
            Negatives =
            [
                "password = \"password123\"", "password = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "password = get_password_from_vault(\"a\")", "password: ${DATABASE_PASSWORD_FROM_ENV}",
                "password = \"changeme\"", "password = \"ChangeMe123!\"", "password: <your-password>", "PASSWORD=xxxxxxxx", "password = os.environ['DB_PASSWORD2']",
                "password: process.env.DB2_PASS", "password = base64Decode2(x1)", "password = options.x509Password", "password: \"{{vault_9f2K}}\"", "pwd = sha256Hash",
                "password = args[0].utf8Text", "password=%(db_1Pass)s", "password: string | null", "password = a1.b2?.c3 ?? d4", "password = \"********\"",
                "the password was changed yesterday", "passwordHash = \"hV7!kq92LmzPw\"", "Pass v4l2_pix_fmts to it", "\"pass\": \"Köhnəlmiş ARIA atributlarından\"", "you must pass GL_RGB10_A2UI to it", "Only pass VK_FORMAT_R8G8B8A8 here",
                "db_password: ENC[AES256_GCM,data:q9X2mK7z==]", "PASS: vp9-10bit-422p", "PASS: h264-1080p-main10", "PASS packages/x1y2z3/src/a.spec.tsx", "DRIVER=x;PWD={settings.Db2Password}", "enable password 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0", $"password: AgB{Sample.Of(540)}", $"password: pbkdf2_sha256$600000${Sample.Of(22)}${Sample.Of(43, seed: 2)}=",
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
            Pattern = "(?:(?i:adgangskode|c(?:lave|ontraseña)|h(?:asło|eslo)|identified (?:with [a-z0-9_]{1,32} )?by|jelszó|k(?:ata sandi|ennwort)|lösenord(?:et)?|m(?:asterauth|ật khẩu)|parola|(?:\\b|_)p(?:w|sk)|requirepass"
                + "|s(?:alasana|e(?:curestring|nha))|wachtwoord|şifre)|ароль|密码|パスワード|비밀번호|סיסמה|كلمة المرور)" + Shape.Behind + $"({PasswordClass}{{{ShortestPassword},512}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            WindowBytes = Window,
            Tags = ["generic"],
            Positives = ["пароль: hV7!kq92LmzPw", "hasło = \"k9#Vt2xQ\"", "密码: hV7kq92LmzPwQ7z", "パスワード=hV7kq92LmzPwQ7z", "senha: hV7!kq92LmzPw", "user: me\npw: hV7!kq92LmzPw", "Kennwort: hV7kq92LmzPwQ7z", "CREATE USER app IDENTIFIED BY 'k9#Vt2xQ'",
                "masterauth hV7kq92LmzPwQ7z", "Пароль — hV7kq92LmzPwQ7z", "a senha é hV7kq92LmzPwQ7z", "IPSEC_PSK=hV7kq92LmzPwQ7z",
                "lösenordet är hV7kq92LmzPwQ7z", "heslo je hV7kq92LmzPwQ7z", "salasana on hV7kq92LmzPwQ7z", "şifre: hV7kq92LmzPwQ7z", "mật khẩu là hV7kq92LmzPwQ7z", "adgangskode: hV7kq92LmzPwQ7z", "סיסמה: hV7kq92LmzPwQ7z", "كلمة المرور: hV7kq92LmzPwQ7z"],
            Negatives = ["пароль: getPassword2()", "hasło: changeme", "密码: ${DB_PASSWORD}"],
            Evasions = ["пароль = \"hV7!kq92LmzPw\" + \"Q7x\""],
        },
        new()
        {
            Name = "generic_password_marks",
            Detector = Rules.Detector,
            Title = "Password with marks",
            Severity = Severity.High,
            Description = "A random password with marks that end a value elsewhere, up to the end of its quotes or to a blank.",
            // The name of a secret holds the word and ends in drawn characters.
            Pattern = "(?i)(?:arn:aws[a-z-]{0,12}:secretsmanager:[^\\s\"'`]{1,250}|(?:pass(?:w(?:or[dt]|d|rd)|phrase|code)?|pwd|secret)" + Shape.Behind
                + $"({PasswordClass}{MarkedClass}{{{MarkedSecretValidator.Shortest - 1},{MarkedSecretValidator.Longest - 1}}}))",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(MarkedSecretValidator.Shortest, Alphabet.HexDigits),
            Validator = MarkedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["pass", "pwd", "secret"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                "password = \"az5L-|I;J_Cd#Qlz46et\"", "DB_PASSWORD=x7Q(w2Lp,9)mK4z\n", "{\"password\": \"P3<k9;zQ(7x]mW2h\"}", "db_password: 'tG7{p2K)x9,Lq4vB'", "client_secret: \"q8R&z)2;Lk5[wX9v\"",
            ],
            Negatives =
            [
                "password=getPassword(user2,Config.Default)", "password = \"<your-Password-1>\"", "const password = useState<Option2>(0)", "secret: \"[A-Za-z0-9]{12,}\"",
                "pwd = \"foo(bar,Baz1)\"", "SECRET_ARN=arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db/password-W4iIlx", "arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-41f4bfdc-aNr2Fv", "password: '{user.Name},{id2}'", "<input type=\"password\" onInput={(e)=>setPass1(e)}", "pass=\"Array<String>,Int32\"",
            ],
            Evasions = ["password = \"az5L-|I;J_Cd#Qlz\" + \"46et\""],
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
                $"curl -H \"X-Api-Key: {Sample.Of(32, Sample.Hex)}\"", $"client.apiKey(\"{Sample.Of(24, seed: 5)}\")", $"the API key is {Sample.Of(24, seed: 6)}", $"--api-key {Sample.Of(32, seed: 7)}", $"SERVICE_API_KEY=acme_{Sample.Of(64, Sample.Hex, seed: 9)}", $"API_KEY={Sample.Of(24, Sample.Hex, seed: 8)}",
            ],
            Negatives =
            [
                "api_key = \"your-api-key-goes-here\"", $"api_key = \"{Sample.Uuid()}\"", "api_key = process.env.MY_SERVICE_API_KEY", $"primary_key = \"{Sample.Of(32)}\"",
                $"Signing key: {Sample.Of(40, "0123456789ABCDEF")}", $"publicKey = \"{Sample.Of(32)}\"", "apiKey: getConfigurationValue2(name)", $"api_key_id = sha256-{Sample.Of(43)}",
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
            Pattern = "(?i)(?:" + ImageTag + "|" + PageToken + "|" + ChartChecksum + ")|(?:secret(?:[_-]?(?:string|data|value))?|token|credentials?|(?:\\b|_)(?:auth(?:orization)?|jwt)|_pat|bearer)" + Shape.Behind + $"({TokenClass}{{{ShortestToken},512}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestToken, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["secret", "token", "credential", "auth", "bearer", "jwt", "_pat"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                $"secret = \"{Sample.Of(32)}\"", $"\"client_secret\": \"{Sample.Of(40, seed: 2)}\"", $"access_token={Sample.Of(48, seed: 3)}", $"token = \"{Sample.Of(40, Sample.Hex)}\"",
                $"withToken('{Sample.Of(24, seed: 4)}')", $"Authorization: Token {Sample.Of(40, Sample.Hex, seed: 5)}", $"ENV NPM_TOKEN {Sample.Of(36, seed: 6)}",
                $"Dim token As String = \"{Sample.Of(40, seed: 11)}\"", $"auth:{Sample.Of(40, Sample.Hex, seed: 12)}", $"os.environ.get(\"API_TOKEN\") or \"{Sample.Of(32, seed: 13)}\"", $"token: ${{API_TOKEN:{Sample.Of(32, seed: 14)}}}",
                $"ACME_PAT={Sample.Of(40, seed: 18)}", $"JWT={Sample.Of(32, seed: 19)}",
                $"client_secret: {Sample.Of(22, seed: 20)}==", $"\"SecretString\": \"{Sample.Of(16, seed: 21)}\"", $"secret_data = \"{Sample.Of(20, seed: 22)}\"", $"APP_SECRET={Sample.Of(24, Sample.Hex, seed: 23)}",
                $"_auth={Sample.Of(40, seed: 7)}", $"process.env.APP_SECRET || \"{Sample.Of(32, seed: 8)}\"", $"ENV[\"APP_TOKEN\"] || '{Sample.Of(32, seed: 9)}'", $"getenv(\"API_TOKEN\") ?: \"{Sample.Of(32, seed: 10)}\"",
            ],
            Negatives =
            [
                "secret = \"not-so-secret-value\"", $"token: https://login.example.com/{Sample.Of(32)}", $"tokenizer = \"{Sample.Of(32)}\"", $"PublicKeyToken={Sample.Of(16, Sample.Hex)}",
                $"token: {Sample.Uuid()}", "token = CancellationTokenSource2.CreateLinkedToken",
                $"12:00:00 INFO [auth] request_id={Sample.Uuid()} user=4", $"[auth] trace={Sample.Of(32, Sample.Hex)}", $"[auth] auth-service-{Sample.Of(10, Sample.Hex)}-x7k2p started",
                $"auth commit={Sample.Of(40, Sample.Hex)}", $"image: registry.contoso.com/auth:{Sample.Of(40, Sample.Hex, seed: 5)}", $"docker push token:{Sample.Of(40, Sample.Hex, seed: 6)}", $"  AppAuth: {Sample.Of(40, Sample.Hex, seed: 2)}", $"TOKEN = 0x{Sample.Of(40, Sample.Hex, seed: 3)}",
                $"checksum/secret: {Sample.Of(64, Sample.Hex, seed: 8)}", $"checksum/db-secret-config: {Sample.Of(64, Sample.Hex, seed: 9)}",
                $"\"NextToken\": \"{Sample.Of(40, seed: 7)}\"", $"next_page_token={Sample.Of(40, seed: 8)}", $"--starting-token {Sample.Of(40, seed: 9)}",
                $"\"nextSyncToken\": \"{Sample.Of(24, seed: 10)}\"", $"X-CSRF-Token: {Sample.Of(40, seed: 11)}", $"image: registry.contoso.com/acme/app-token:{Sample.Of(40, Sample.Hex, seed: 12)}", $"token = \"pk.eyJ{Sample.Of(40, seed: 13)}\"",
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
            Pattern = "(?i)(?:csrf(?:middleware)?[_-]?token|(?:p(?:ass(?:word|wd)?|wd|hpsessid)|se(?:cret|curestring)|token|a(?:(?:pi|ccess|uth)[ _.-]?key|sp\\.net_sessionid)|jsessionid|connect\\.sid)[A-Z0-9_]{0,12}" + Shape.Apart + $"({ElementClass}{{{ShortestPassword},256}}))",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["pass", "pwd", "secret", "securestring", "token", "key", "phpsessid", "net_sessionid", "jsessionid", "connect.sid"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives =
            [
                $"- name: DB_PASSWORD\n  value: {Sample.Of(16)}", $"- name: \"API_KEY\"\n          value: \"{Sample.Of(32, seed: 2)}\"", $"<key>ApiToken</key>\n\t<string>{Sample.Of(24, seed: 3)}</string>",
                $"<add key=\"DbPassword\" value=\"{Sample.Of(16, seed: 4)}\" />", $"{{\"name\": \"DB_PASSWORD\", \"value\": \"{Sample.Of(20, seed: 5)}\"}}",
                $"variable \"db_password\" {{\n  type = string\n  default = \"{Sample.Of(20, seed: 6)}\"\n}}", $"<name>password</name>\n<value>{Sample.Of(20, seed: 7)}</value>",
                $"<apiKey type=\"x\">{Sample.Of(32, seed: 12)}</apiKey>",
                $"<secret><![CDATA[{Sample.Of(32, seed: 13)}]]></secret>",
                $"     4→- name: DB_PASSWORD\n     5→  value: {Sample.Of(16, seed: 27)}", $"+- name: DB_PASSWORD\n+  value: {Sample.Of(16, seed: 28)}", $"\"db_password\": {{\n  \"value\": \"{Sample.Of(16, seed: 29)}\"", $"<td>API key</td><td>{Sample.Of(32, seed: 30)}</td>",
                $"     1→variable \"db_password\" {{\n     2→  type = string\n     3→  default = \"{Sample.Of(20, seed: 31)}\"\n     4→}}", $"     4→<key>Password</key>\n     5→<string>{Sample.Of(16, seed: 32)}</string>", $"+<key>Password</key>\n+<string>{Sample.Of(16, seed: 33)}</string>",
                $"<td>Password</td>\n<td>{Sample.Of(20, seed: 17)}</td>", $"\"Type\": \"SecureString\",\n            \"Value\": \"{Sample.Of(16, seed: 34)}\"", $"{{\"name\": \"JSESSIONID\", \"value\": \"{Sample.Of(32, "0123456789ABCDEF", seed: 35)}\"}}", $"Parameters:\n  DbPassword:\n    Type: String\n    Default: {Sample.Of(20, seed: 22)}",
            ],
            Negatives =
            [
                "- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: database-credentials-2", "<key>ApiToken</key>\n<string>$(API_TOKEN_V2)</string>",
                "<input name=\"password\" value=\"\" class=\"form-control\">", "{\"name\": \"token\", \"value\": \"continuationToken2\"}", $"<add key=\"Token\" value=\"{Sample.Uuid()}\" />", $"<input type=\"hidden\" name=\"csrfmiddlewaretoken\" value=\"{Sample.Of(64)}\">",
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
            Pattern = NamesAbove + Shape.Below + $"({ElementClass}{{{ShortestPassword},256}})",
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
                $"val apiToken by lazy {{ \"{Sample.Of(24, seed: 23)}\" }}",
                $"local api_token = [[{Sample.Of(24, seed: 24)}]]",
                $"args:\n  - --token\n  - {Sample.Of(32, seed: 21)}",
                $"## Password\n\n```\n{Sample.Of(20, seed: 18)}\n```",
                $"page.getByLabel('Password').fill('{Sample.Of(16, seed: 25)}')", $"find_element(By.ID, \"password\").send_keys(\"{Sample.Of(16, seed: 26)}\")", "A temporary password is generated for root@localhost: Ex+inXOnZ4h2",
                $"password ??= '{Sample.Of(16, seed: 41)}'", $"$password ||= '{Sample.Of(16, seed: 42)}'", $"password: Some(\"{Sample.Of(16, seed: 31)}\".into())", $"let password = String::from(\"{Sample.Of(16, seed: 43)}\");", $"password := []byte(\"{Sample.Of(16, seed: 44)}\")", $"token = Just \"{Sample.Of(24, seed: 32)}\"", $"password = (\"{Sample.Of(16, seed: 33)}\")", $"user, password = \"me\", \"{Sample.Of(16, seed: 34)}\"",
                $"public string Password {{ get; set; }} = \"{Sample.Of(16, seed: 35)}\";", $"DECLARE @password nvarchar(50) = N'{Sample.Of(16, seed: 36)}'", $"page.fill('input[type=\"password\"]', '{Sample.Of(16, seed: 37)}')",
                $"cy.get('input[name=password]').type('{Sample.Of(16, seed: 38)}')", $"password (prod): {Sample.Of(16, seed: 39)}", $"     7→db.password=\\\n     8→    {Sample.Of(20, seed: 40)}",
            ],
            Negatives =
            [
                "try:\n    run()\nexcept E:\n    pass\n\n_version_2 = 0xA2805140", "password:\n  secretKeyRef:\n    name: db-credentials-2", "tokens = [\"identifier\", \"keyword2\"]", $"name = \"token\"\nchecksum = \"{Sample.Of(64, Sample.Hex)}\"",
                "the token in main.4f9a7Kq2.js", "the password was changed on 2024-11-25T18:14:35Z", "api_key = os.environ.get(\"ACME_V2_API_KEY\")", "secret = <<EOF\n${var.db_secret_2}\nEOF",
            ],
            Evasions = [$"tokens:\n  - {Sample.Of(16)}\u200b{Sample.Of(16, seed: 2)}"],
        },
        new()
        {
            Name = "generic_value_line",
            Detector = Rules.Detector,
            Title = "Credential alone in the line below its name",
            Severity = Severity.High,
            Description = "A random value that is all of the line below its name, without a sign between them: what a command prints.",
            // Logs and lists have names at the ends of their lines as well; what stands below begins an entry, and is a hash of a commit if it is one.
            Pattern = NamesAbove + """["'`*\\]{0,4}[ \t]{0,8}\r?\n\s{0,32}(?:[0-9]{1,5}(?:→|\t)[ \t]{0,8})?["'`]?(?:[0-9a-f]{40}|(""" + $"{ElementClass}{{{ShortestPassword},256}}" + """))["'`]?[ \t]{0,4}$""",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["pass", "pwd", "secret", "token", "key"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives = [$"$ gh auth token\n{Sample.Of(40, seed: 20)}", $"API key\n  {Sample.Of(24, seed: 2)}  \nThank you", $"**Password**\r\n`{Sample.Of(20, seed: 3)}`\r\n"],
            Negatives =
            [
                $"{Sample.Of(40, Sample.Hex)} Rotate the token\n{Sample.Of(40, Sample.Hex, seed: 2)} Fix crash\n", $"Rotate the token\n{Sample.Of(40, Sample.Hex, seed: 3)}\n",
                "secret/db-token\npod/api-token-service-xk2td5w7zb-q9zvn   1/1   Running", "secret/db-token\npod/auth-gateway-6b7c9d8f5c-q9zvn\n", "role/SecretsReader\ni-0aaeff0f1aa2db6bc\n", "pass\nrun2TestsAgain()",
                $"token_type\n$2b$12${Sample.Of(53)}\n",
            ],
            Evasions = [$"token\n{Sample.Of(16)}\u200b{Sample.Of(16, seed: 2)}"],
        },
        new()
        {
            Name = "generic_second_value",
            Detector = Rules.Detector,
            Title = "Credential behind another value of its name",
            Severity = Severity.High,
            Description = "A random value that stands in for a setting that is missing, or that a plan of Terraform puts in the place of another one.",
            Pattern = """(?i)(?:p(?:ass(?:w(?:or)?d|phrase|code)?|wd)|secret|token|credentials?|a(?:pi|ccess|uth)[_-]?key)[a-z0-9_]{0,24}(?:["'\]]{0,2}[ \t]{1,2}(?:\|\||\?[?:])[ ]|["']?[ \t]{0,32}=[ ]"[^"\r\n]{1,200}"[ ]->[ ])["'`](""" + $"{PasswordClass}{{{ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["pass", "pwd", "secret", "token", "credential", "key"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives = [$"const dbPassword = process.env.DB_PASSWORD || '{Sample.Of(16)}';", $"password: import.meta.env.VITE_PASSWORD ?? \"{Sample.Of(16, seed: 2)}\"", $"$pass = $_ENV['DB_PASSWORD'] ?? '{Sample.Of(16, seed: 3)}';", $"      ~ password = \"{Sample.Of(16, seed: 4)}\" -> \"{Sample.Of(16, seed: 5)}\""],
            Negatives = ["const password = process.env.DB_PASSWORD || 'password'", "token = props.token ?? 'next_page_2'", "~ password_version = \"1\" -> \"2\"", $"apiKey = config.apiKey || '{Sample.Uuid()}'"],
            Evasions = [$"const dbPassword = process.env.DB_PASSWORD || '{Sample.Of(8)}' + '{Sample.Of(8, seed: 2)}';"],
        },
        new()
        {
            Name = "generic_value_before",
            Detector = Rules.Detector,
            Title = "Credential before its name",
            Severity = Severity.High,
            Description = "A random value in a sentence that says behind it what it is: use ... as the password, ... is my API key, ... (the password).",
            Pattern = $"({ElementClass}{{{ShortestPassword},64}})" + """["'`]?[ ](?i:(?:as|is)[ ](?:(?:the|my|our)[ ])?|\((?:the[ ])?)(?i:password|passphrase|api[ ]key)""",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = [" password", " passphrase", " api key", "(password", "(passphrase", "(api key"],
            WindowBytes = Window,
            Tags = ["generic"],
            Positives = [$"use {Sample.Of(16)} as the password", $"it is {Sample.Of(20, seed: 2)} (the password)", $"`{Sample.Of(32, seed: 3)}` is my API key"],
            Negatives = ["use crypto_pwhash_argon2id as password hash", "this is the password", "user@contoso.com is the password reset address", "SCRAM-SHA-256 (password)"],
            Evasions = [$"use {Sample.Of(8)}\u200b{Sample.Of(8, seed: 2)} as the password"],
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
            Pattern = "^(?:[ ]{0,8}[0-9]{1,6}(?:→|\\t|[ ]\\|)|[+-])?[ \\t]{0,8}(?:export[ \\t]{1,4})?[A-Z0-9_]{0,40}(?:S(?:ECRET|ALT)|TOKEN|A(?:PI|CCESS)_?KEY|P(?:RIVATE_?KEY|ASSW(?:OR)?D|EPPER)|CREDENTIAL|HMAC|_KEY)[A-Z0-9_]{0,40}=[\"']?([^\\s\"']{8,512})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["SECRET", "SALT", "TOKEN", "KEY", "PASSWORD", "PASSWD", "PEPPER", "CREDENTIAL", "HMAC"],
            WindowBytes = 640,
            Tags = ["generic", "env"],
            Positives = [$"export SECRET_KEY={Sample.Of(40)}", $"PORT=80\nSESSION_TOKEN={Sample.Of(40, seed: 2)}\n", $"DB_PASSWORD_2=\"{Sample.Of(40, seed: 3)}\"", $"WEBHOOK_HMAC={Sample.Of(64, Sample.Hex, seed: 4)}", $"HASHIDS_SALT={Sample.Of(32, seed: 5)}", $"     3→API_SALT={Sample.Of(32, seed: 6)}", $"+export API_HMAC={Sample.Of(40, seed: 7)}"],
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
