using System.Collections.Immutable;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Where well-known programs take a password: patterns up to the place at which it begins. No two names share their first letter unless they stand in one group (see <see cref="Shape"/>).
/// </summary>
internal static class CommandLine
{
    /// <summary>Behind an option: <c>-u user:</c>, <c>--creds user:</c>, <c>-U domain/user%</c>, <c>mysql ... -p</c>, <c>redis-cli ... -a </c>, <c>plink -pw </c>, <c>xfreerdp /p:</c>.</summary>
    public const string Option =
        """(?:-(?:u|-(?:proxy-|src-|dest-)?(?:user|creds))[ =]["']?[A-Za-z0-9_.@+/\\-]{1,64}[:%,]|(?:"""
        + "7z a|az (?:login|sql)|bcp[ ]|c(?:qlsh|rackmapexec)|docker login|evil-winrm|i(?:pmitool|sql)|ldap(?:search|add|modify|passwd|delete)|m(?:ysql|ariadb|o(?:ngo(?:sh|dump|restore|export|import|[ ])|squitto_))"
        + "|o(?:c login|sql)|p(?:odman login|link|s(?:cp|ftp|exec))|re(?:dis-cli|gistry login)|s(?:shpass|qlcmd|nowsql|chtasks)|twine|valkey-cli|xfreerdp"
        + @")[^\r\n|;]{0,80}?[ \t""'](?:-(?:p(?:w[ \t])?[ \t]?|[aw][ \t])|/r?p:?[ \t]?))[""']?";

    /// <summary>As a word of its own: <c>net use \\host\share </c>, <c>net user name </c>, <c>gh secret set name --body </c>, <c>htpasswd -b file user </c>, <c>sqlplus user/</c>, <c>zip -P </c>, <c>http -a user:</c>.</summary>
    public const string Operand =
        @"(?:az keyvault secret set[^\r\n|;]{0,80}?[ \t]--value[ =]|gh secret set[^\r\n|;]{0,80}?[ \t]-(?:b|-body)[ =]|rabbitmqctl[ \t](?:add_user|change_password)[ \t][^\s]{1,64}[ \t]|net use(?:r[ \t]{1,4}[a-z0-9._-]{1,32}|[^r\r\n][^\r\n]{0,80}?(?:[ \t]/user:[^ \t\r\n]{1,64})?)[ \t]"
        + @"|ht(?:passwd(?:[ \t]-[a-z0-9]{1,6}){1,3}[ \t](?:[^\s]{1,80}[ \t])?[^\s]{1,64}[ \t]|tps? -a [a-z0-9_.@+-]{1,64}:)"
        + @"|openssl enc[^\r\n]{0,80}?[ \t]-k[ \t]|mc alias set(?:[ \t][^\s]{1,80}){3}[ \t]|(?:sql(?:plus|ldr)|expdp|impdp)[ \t](?:-[a-z]{1,8}[ \t])?[""']?[a-z0-9_$#]{1,30}/|s(?:ecurestring(?:(?:[ ]--?[a-z]{3,12}){1,3}[ ]|[ ]')|nmp-server community[ ])|zip -p[ \t])[""']?";

    /// <summary>What is piped into a program: <c>echo password | docker login --password-stdin</c>. Behind it comes the value, then <see cref="Pipe"/>.</summary>
    public const string Echo = """(?i)\b(?:echo[ \t]{1,4}(?:-[ne]{1,2}[ \t]{1,4})?|printf[ ]["']%s(?:\\n)?["'][ ])["']?(?:[A-Za-z0-9_.-]{1,32}:)?""";

    /// <inheritdoc cref="Echo"/>
    public const string Pipe = """["']?[ \t]{0,4}\|[^\r\n|]{0,80}?(?:--(?:(?:password-)?stdin|with-token)|chpasswd|gh secret set|vercel env add|wrangler secret put|sudo[ \t](?:-[a-rt-z][ \t])?-S)""";

    /// <summary>A command that prints a secret, to the start of the line below it: <c>pass show name</c>, <c>kubectl get secret name | base64 -d</c>.</summary>
    public const string Printing =
        @"(?:aws s(?:ecretsmanager get|sm get)|az keyvault secret show|bw get|doppler secrets get|gcloud secrets versions access|kubectl get secret|op (?:read|item get)|pass(?: show| -c)|pwgen"
        + @"|security find|sops|vault (?:kv get|read)|openssl rand)[ -][^\r\n]{1,200}\r?\n[ \t]{0,8}[""']?";

    public static readonly ImmutableArray<string> PrintingKeywords =
    [
        "aws secretsmanager get", "aws ssm get", "az keyvault secret show", "bw get", "doppler secrets get", "gcloud secrets versions access", "kubectl get secret", "op read", "op item get", "pass show", "pass -c", "pwgen",
        "security find-", "sops -", "vault kv get", "vault read", "openssl rand",
    ];

    public static readonly ImmutableArray<string> OptionKeywords =
    [
        "-u ", "-u=", "-user", "-creds", "7z a", "az login", "az sql", "bcp ", "cqlsh", "crackmapexec", "docker login", "evil-winrm", "ipmitool", "isql", "osql", "ldapsearch", "ldapadd", "ldapmodify", "ldappasswd", "ldapdelete",
        "mysql", "mariadb", "mongo ", "mongosh", "mongodump", "mongorestore", "mongoexport", "mongoimport", "mosquitto_", "oc login", "podman login", "plink", "pscp", "psftp", "psexec", "redis-cli",
        "registry login", "sshpass", "sqlcmd", "snowsql", "schtasks", "twine", "valkey-cli", "xfreerdp",
    ];

    public static readonly ImmutableArray<string> OperandKeywords = ["az keyvault secret set", "gh secret set", "rabbitmqctl", "net use", "htpasswd", "openssl enc", "mc alias set", "http -a", "https -a", "sqlplus", "sqlldr", "expdp", "impdp", "securestring -", "securestring '", "snmp-server community", "zip -p"];
}
