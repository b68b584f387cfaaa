using System.Collections.Immutable;
using System.Text;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Generic rules (see <see cref="RulesGeneric"/>) that know no name but a place: where a program or a call takes a password, the secrets of Kubernetes and Terraform, the user of a URL, and logins.
/// </summary>
internal static class RulesCommands
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All(Options options) =>
    [
        new()
        {
            Name = "generic_credential_argument",
            Detector = Rules.Detector,
            Title = "Credential in a command line",
            Severity = Severity.High,
            Description = "A random value passed to a well-known program as its password: curl -u user:password, mysql -p, sshpass -p, docker login -p, redis-cli -a.",
            Pattern = "(?i)" + CommandLine.Option + $"({RulesGeneric.PasswordClass}{{{RulesGeneric.ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(RulesGeneric.ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = CommandLine.OptionKeywords,
            WindowBytes = RulesGeneric.Window,
            Tags = ["generic"],
            Positives =
            [
                "curl -u deploy:hV7!kq92LmzPw https://repo.contoso.com/", "curl --user 'me:k9#Vt2xQ' https://repo.contoso.com/", "mysqldump -h db -u root -phV7kq92LmzPwQ7z shop",
                "sqlcmd -S db -U sa -P hV7!kq92LmzPw", "osql -U sa -P hV7!kq92LmzPw", "smbclient -U corp/me%hV7kq92LmzPw //fs/share", "az login -u me@contoso.com -p hV7kq92LmzPwQ7z",
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
            Pattern = "(?i)" + CommandLine.Operand + $"({RulesGeneric.PasswordClass}{{{RulesGeneric.ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(RulesGeneric.ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = CommandLine.OperandKeywords,
            WindowBytes = RulesGeneric.Window,
            Tags = ["generic"],
            Positives =
            [
                @"net use \\fs01\share hV7kq92LmzPw /user:corp\me", @"net use Z: \\fs01\share /user:deployment hV7!kq92LmzPw", "net user administrator k9#Vt2xQ /add", "htpasswd -bc /etc/nginx/.htpasswd me hV7kq92LmzPw",
                "sqlplus scott/hV7kq92LmzPw@//db:1521/XE", "snmp-server community hV7kq92LmzPwQ7z RO", "ConvertTo-SecureString -String 'hV7!kq92LmzPw' -AsPlainText", "ConvertTo-SecureString -AsPlainText -Force -String \"hV7!kq92LmzPw\"", "unzip -P hV7!kq92LmzPw a.zip",
                "gh secret set DB_PASSWORD --body hV7kq92LmzPwQ7z", "az keyvault secret set --vault-name v --name db --value 'hV7!kq92LmzPw'", "rabbitmqctl add_user me hV7kq92LmzPwQ7z", "ConvertTo-SecureString 'hV7!kq92LmzPw' -AsPlainText -Force", "--type SecureString --value 'hV7!kq92LmzPw'",
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
            EntropyFloor = options.FloorFor(RulesGeneric.ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["echo ", "printf "],
            WindowBytes = RulesGeneric.Window,
            Tags = ["generic"],
            Positives = ["echo hV7kq92LmzPwQ7z | docker login ghcr.io -u me --password-stdin", "echo \"hV7!kq92LmzPw\" | sudo -S apt update", "echo -n 'k9#Vt2xQ' | passwd --stdin me", "echo \"root:hV7kq92LmzPwQ7z\" | chpasswd", "printf '%s' 'hV7!kq92LmzPw' | docker login -u me --password-stdin", "echo hV7kq92LmzPwQ7z | gh secret set DB_PASSWORD"],
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
            Pattern = """(?i)(?:(?:(?:auth|basic|c(?:onnect(?:ion)?|re(?:dentials?|atehmac))|(?:en|de)crypt|jwt\.(?:sign|verify|encode|decode)|login|mysqli|pdo|sequelize|usernamepasswordtoken|wifi\.begin)=?\(|basic_auth[ ])(?:(?:["'][^"'\r\n]{0,80}["']|\{[^{}\r\n]{0,80}\}|[a-z_][a-z0-9_.]{0,40}),\s{0,20}){1,3}(?:some\()?|(?:fernet|hmac\.new)\()b?["']"""
                + $"({RulesGeneric.PasswordClass}{{{RulesGeneric.ShortestPassword},256}})",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(RulesGeneric.ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["auth(", "auth=(", "basic(", "connect(", "connection(", "credential(", "credentials(", "login(", "pdo(", "sequelize(", "passwordtoken(", "createhmac(", "crypt(", "jwt.", "mysqli(", "wifi.begin(", "basic_auth ", "fernet(", "hmac.new("],
            WindowBytes = RulesGeneric.Window,
            Tags = ["generic"],
            Positives =
            [
                "requests.get(url, auth=(\"me\", \"hV7!kq92LmzPw\"))", "new PDO(\"mysql:host=db\", \"root\", \"hV7kq92LmzPw\");", "new NetworkCredential(\"me\", \"k9#Vt2xQ\")",
                "DriverManager.getConnection(url, \"app\", \"hV7kq92LmzPwQ7z\")", "mysqli_connect('db', 'root', 'hV7!kq92LmzPw', 'shop');", "smtp.login(\"me@contoso.com\", \"hV7kq92LmzPw\")",
                "jwt.sign({ id: 4 }, 'hV7kq92LmzPwQ7z')", "crypto.createHmac('sha256', 'hV7kq92LmzPwQ7z')", "CryptoJS.AES.encrypt(text, 'hV7kq92LmzPwQ7z')", "new mysqli('localhost', 'root', 'hV7kq92LmzPw')", "WiFi.begin(\"net\", \"hV7kq92LmzPw\")",
                "http.basic_auth 'me', 'hV7kq92LmzPw'", ".basic_auth(\"me\", Some(\"hV7kq92LmzPw\"))", "hmac.new(b'hV7kq92LmzPwQ7z', text, sha256)", $"Fernet(b'{Sample.Of(43)}=')",
            ],
            Negatives = ["connect(\"localhost\", \"root\", \"password\")", "auth=(user, os.environ[\"PASSWORD_2\"])", $"login(\"me\", \"{Sample.Uuid()}\")", "connection(\"db\", \"application/x-www-form-urlencoded\")"],
            Evasions = ["new NetworkCredential(\"me\", \"hV7!kq92\" + \"LmzPwQ7z\")"],
        },
        new()
        {
            Name = "generic_command_output",
            Detector = Rules.Detector,
            Title = "Credential that a command prints",
            Severity = Severity.High,
            Description = "A random value alone in the line below a command that prints a secret: kubectl get secret | base64 -d, pass show, op read, vault kv get -field, security find-generic-password -w.",
            Pattern = "(?i)" + CommandLine.Printing + $"({RulesGeneric.PasswordClass}{{{RulesGeneric.ShortestPassword},256}})[\"']?[ \\t]{{0,4}}$",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(RulesGeneric.ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = CommandLine.PrintingKeywords,
            WindowBytes = RulesGeneric.Window,
            Tags = ["generic"],
            Positives =
            [
                "$ kubectl get secret db -o jsonpath='{.data.password}' | base64 -d\nhV7kq92LmzPwQ7z\n", "$ pass show work/db\nhV7!kq92LmzPw", "$ op read op://vault/db/password\nhV7kq92LmzPwQ7z", "% security find-generic-password -s acme -w\nhV7kq92LmzPwQ7z",
                "$ vault kv get -field=password secret/db\r\nhV7kq92LmzPwQ7z\r\n", "$ aws secretsmanager get-secret-value --secret-id db --query SecretString --output text\nhV7kq92LmzPwQ7z", "$ openssl rand -base64 24\n" + Sample.Of(32),
            ],
            Negatives = ["$ kubectl get secrets -A\nNAMESPACE\n", "$ pass show work/db\nError: work/db2", "$ pass git log\n" + Sample.Of(40, Sample.Hex), "$ vault kv get secret/db\n====== Metadata ======"],
            Evasions = ["$ pass show work/db\nhV7\u200b!kq92LmzPw"],
        },
        new()
        {
            Name = "kubernetes_secret_value",
            Detector = Rules.Detector,
            Title = "Value of a Kubernetes secret",
            Severity = Severity.High,
            Description = "A random value in the data of a Kubernetes secret, plain or in base64, whatever its name.",
            Source = "https://kubernetes.io/docs/concepts/configuration/secret/",
            // What stands in its metadata is taken in and no value.
            Pattern = """(?:^[ \t]{0,16}["']?(?:apiVersion|creationTimestamp|generateName|image|kind|name(?:space)?|resourceVersion|selfLink|type|uid)["']?:|^[ \t]{1,16}["']?[A-Za-z0-9._-]{1,64}["']?:[ ]{1,4}["']?([^\s"'`\\,;()<>{}\[\]]{8,300})["']?,?$)""",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(RulesGeneric.ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["kind: Secret", "\"kind\": \"Secret\"", "stringData:"],
            KeywordDistance = 500,
            WindowBytes = 400,
            Tags = ["generic", "infrastructure"],
            Positives =
            [
                $"kind: Secret\nstringData:\n  redis: {Sample.Of(16)}\n", $"apiVersion: v1\ndata:\n  redis: {Convert.ToBase64String(Encoding.ASCII.GetBytes(Sample.Of(16, seed: 2)))}\nkind: Secret\n",
                $"{{\n    \"kind\": \"Secret\",\n    \"data\": {{\n        \"redis\": \"{Sample.Of(24, seed: 3)}\"\n    }}\n}}",
            ],
            Negatives = ["kind: Secret\nmetadata:\n  name: db-x7k2pq9wz\n  uid: 54aa82c7-94dd-4b7c-8f3e-0123456789ab\n", $"kind: ConfigMap\ndata:\n  redis: {Sample.Of(16)}\n", "kind: Secret\nstringData:\n  redis: changeme\n  host: redis.default.svc\n"],
            Evasions = [$"kind: Secret\nstringData:\n  redis: {Sample.Of(8)}\u200b{Sample.Of(8, seed: 2)}\n"],
        },
        new()
        {
            Name = "url_user_token",
            Detector = Rules.Detector,
            Title = "Token in the place of a user in a URL",
            Severity = Severity.High,
            Description = "A random value without a password in front of the host, as remotes of repositories have it.",
            // 32 hex digits alone are the public key of an address for error reports.
            Pattern = "https?://(?:[0-9a-f]{32}@|([A-Za-z0-9_-]{20,128})@[A-Za-z0-9])",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(20, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["://"],
            WindowBytes = 192,
            Tags = ["generic"],
            Positives = [$"https://{Sample.Of(52, "abcdefghijklmnopqrstuvwxyz234567")}@dev.azure.com/acme/p/_git/r", $"url = https://{Sample.Of(40, Sample.Hex)}@git.contoso.com/x.git", $"git clone http://{Sample.Of(24, seed: 3)}@git.contoso.com/y.git"],
            Negatives = [$"https://{Sample.Of(32, Sample.Hex)}@o123456.ingest.sentry.io/42", "https://continuous-integration-user@git.contoso.com/x.git", $"https://{Sample.Uuid()}@example.com/"],
            Evasions = [$"https://{Sample.Of(20)}\u200b{Sample.Of(20, seed: 2)}@dev.azure.com/acme"],
        },
        new()
        {
            Name = "terraform_random_password",
            Detector = Rules.Detector,
            Title = "Password drawn by Terraform",
            Severity = Severity.High,
            Description = "The result of a random_password in a state of Terraform, which keeps it in the clear.",
            Source = "https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/password",

            // That of a random_string has its result in the place of "none", and is no secret. No validator: that it was drawn is known.
            Pattern = @"""id"":[ ]{0,2}""none"",[^;]{20,900}""override_special"":[ ]{0,2}(?:null|""[^""]{0,80}""),[^""]{0,60}""result"":[ ]{0,2}""([^""\r\n]{8,512})""",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(RulesGeneric.ShortestPassword, Alphabet.HexDigits),
            Generic = true,
            Keywords = ["\"override_special\""],
            WindowBytes = 2048,
            Tags = ["infrastructure", "terraform"],
            Positives = [RandomPassword("null", "null", Sample.Of(16)), RandomPassword("{\n              \"version\": \"2\"\n            }", "\"!#\"", "hV7!kq92#LmzPw"), RandomPassword("null", "null", "Z(p<k9;q]Q{7x}m=W", "\r\n")],
            Negatives = [RandomPassword("null", "null", Sample.Of(16), id: Sample.Of(16)), RandomPassword("null", "null", "aaaaaaaaaaaaaaaa"), "\"id\": \"none\",\n\"override_special\": null,\n\"result\": null"],
            Evasions = [RandomPassword("null", "null", "hV7!kq92\u200bLmzPwQ7z")],
        },
        new()
        {
            Name = "generic_login",
            Detector = Rules.Detector,
            Title = "User name and password",
            Severity = Severity.High,
            Description = "A random value behind a user name, where both are said to be what one logs in with: creds: me:password, login: me / password, or the name is one of those that programs come with.",
            Pattern = """(?i)(?:^[ \t]{0,8}(?:admin(?:istrator)?|root|postgres|elastic|guest)(?:[ ]/[ ]|:[ ]?)|(?:cred(?:ential)?s?|identifiants|log[ -]?in|user(?:name)?[ ]?/[ ]?pass(?:word|wd)?|zugangsdaten)["'`*]{0,4}(?:[ \t]{0,4}[:=][ \t*]{0,4}|[ \t]{1,4}(?:with|is|are|as)[ \t]{1,4})["'`]?[A-Za-z0-9_.@-]{2,40}["'`]?[ \t]{0,2}[:/][ \t]{0,2}["'`]?)([^\s"'`\\,;()<>/]{8,256})""",
            SecretGroup = 1,
            EntropyFloor = options.FloorFor(RulesGeneric.ShortestPassword, Alphabet.HexDigits),
            Validator = NamedSecretValidator.RuleName,
            Generic = true,
            Keywords = ["cred", "identifiants", "zugangsdaten", "login", "log in", "log-in", "/pass", "/ pass", "admin", "root", "postgres", "elastic", "guest"],
            WindowBytes = RulesGeneric.Window,
            Tags = ["generic"],
            Positives = ["creds: me:hV7!kq92LmzPw", "Login: `admin` / `hV7kq92LmzPw`", "username/password: me / hV7kq92LmzPwQ7z", "log in with admin/k9#Vt2xQ", "Zugangsdaten: admin / hV7kq92LmzPwQ7z", "admin / hV7kq92LmzPwQ7z", "postgres:hV7kq92LmzPwQ7z\n"],
            Negatives = ["login: https://login.contoso.com/4f9a7Kq2", "credentials: aws/config.json", $"login: 6ba7b810 / {Sample.Uuid()}", "creds: user:password", "admin:changeme", "root:x:0:0:root:/root:/bin/bash", "root: /usr/lib/x7k2/a1.so"],
            Evasions = ["creds: me:hV7\u200b!kq92LmzPw"],
        },
    ];

    // As Terraform writes it: keys in the order of the alphabet.
    private static string RandomPassword(string keepers, string marks, string result, string lineEnd = "\n", string id = "none") => string.Join(
        lineEnd,
        "          \"attributes\": {", "            \"bcrypt_hash\": \"$2a$10$2Yh1kQ0cHn7lq4Tj9m8E5uQ\",", $"            \"id\": \"{id}\",", $"            \"keepers\": {keepers},", "            \"length\": 16,",
        "            \"lower\": true,", "            \"min_lower\": 0,", "            \"min_numeric\": 0,", "            \"min_special\": 0,", "            \"min_upper\": 0,", "            \"number\": true,",
        "            \"numeric\": true,", $"            \"override_special\": {marks},", $"            \"result\": \"{result}\",", "            \"special\": true,", "            \"upper\": true", "          },");
}
