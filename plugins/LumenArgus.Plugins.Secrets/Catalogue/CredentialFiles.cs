using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Logins in the files in which tools look for them.</summary>
internal static class CredentialFiles
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "netrc_login",
            "Password in a .netrc file",
            Severity.Critical,
            "https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html",
            "machine <lower:4-10>.acme.io login <lower:4-8> password <alnum:10-20>",
            "machine " + "ywqnx.acme.io login omqtaypz password 0t3NrrN6wnNd6Vro",
            "machine learning login page password reset",
            "bWFjaGluZSBjZWV1ZW53dGUuYWNtZS5pbyBsb2dpbiB5b2phYXpxIHBhc3N3b3JkIFVBbk9SR0tHb216") with
        {
            Pattern = @"\bmachine[ \t\r\n]{1,8}[0-9A-Za-z_-]{1,64}\.[0-9A-Za-z._-]{1,128}[ \t\r\n]{1,8}login[ \t\r\n]{1,8}[^\s]{1,128}[ \t\r\n]{1,8}password[ \t\r\n]{1,8}([^\s$<]{4,256})",
            SecretGroup = 1,
            Keywords = ["machine"],
            WindowBytes = 768,
            Negatives =
            [
                "machine learning login page password reset",
                "machine api.acme.io login dev",
                "machine api.acme.io login dev password $TOKEN",
            ],
        },
        CatalogueRule.Of(
            "pgpass_line",
            "Password in a .pgpass file",
            Severity.Critical,
            "https://www.postgresql.org/docs/current/libpq-pgpass.html",
            "<lower:4-10>.acme.io:5432:<lower:4-8>:<lower:4-8>:<alnum:8-20>",
            "qywvj." + "acme.io:5432:xdici:hndmwor:E0r4ocM6HZzpPdFRrZE",
            "# hostname:port:database:username:password",
            "cGt0aW1nYWR6bS5hY21lLmlvOjU0MzI6b2R3bWM6dWp3azprQlJXMTNjdXd6azQ=") with
        {
            Pattern = @"^[0-9A-Za-z.*_-]{1,255}:(?:5432|6432|\*):[0-9A-Za-z_*.-]{1,64}:[0-9A-Za-z_*.-]{1,64}:([^\s:$<]{4,128})$",
            SecretGroup = 1,
            Keywords = [":5432:", ":6432:", ":*:"],
            Negatives = ["# hostname:port:database:username:password", "localhost:5432:app:dev", "at 10.0.0.1:5432:app:dev:x and more"],
        },
        CatalogueRule.Of(
            "mysql_option_file_password",
            "Password in a MySQL option file",
            Severity.High,
            "https://dev.mysql.com/doc/refman/8.4/en/option-files.html",
            "[client]\nuser=<lower:4-8>\npassword=<alnum:8-20>",
            "[client]\nuser=" + "fjiwkzeg\npassword=WfgnFjMgaaiVevJd",
            "[client]\nuser=dev\nhost=db",
            "W2NsaWVudF0KdXNlcj1zZGRzY3V1CnBhc3N3b3JkPXRNRkExRUJu") with
        {
            Pattern = @"\[(?:client|mysql|mysqldump|mysqladmin)\][ \t]{0,4}\r?\n[^\[]{0,200}?password[ \t]{0,4}=[ \t]{0,4}[""']?([^\s""'$<#*]{6,128})",
            SecretGroup = 1,
            Keywords = ["[client]", "[mysql"],
            Negatives = ["[client]\nuser=dev\nhost=db", "[client]\npassword=", "[client]\npassword=${DB_PASSWORD}"],
        },
        CatalogueRule.Of(
            "htpasswd_apr1_hash",
            "Apache password hash (apr1)",
            Severity.Warning,
            "https://httpd.apache.org/docs/2.4/misc/password_encryptions.html",
            "$apr1$<[0-9A-Za-z./]:8>$<[0-9A-Za-z./]:22>",
            "deploy:$apr1$" + "C85MP.Ak$a8jZUbhduMzawsU9F8PZQo",
            "$apr1$salt$hash",
            "6465706c6f793a246170723124306b524264386c2e2441576e664e5438552e6d6c51463237596b4f59535742"),
        CatalogueRule.Of(
            "htpasswd_bcrypt_hash",
            "User and bcrypt hash in a password file",
            Severity.Warning,
            "https://httpd.apache.org/docs/2.4/programs/htpasswd.html",
            "<lower:4-8>:$2<y|b|a>$<digit:2>$<[0-9A-Za-z./]:53>",
            "fribek" + "j:$2b$68$Lppc0tJOa071epdeXlErPb/C51bi/qF5yXumNca8TiOXSeIJz1JOb",
            "deploy:$2y$05$tooshort",
            "cXVvaGo6JDJiJDQ3JFlHUUZtdEdDcUJ1SlVZQmNycC5IZU5hb0ZKRDlyYW8wVHFHWDZ3SmR4Mk4wWlpKTXZIY25H") with
        {
            Pattern = @"[0-9A-Za-z_.@-]{1,64}:(\$2[aby]\$\d{2}\$[0-9A-Za-z./]{53})(?:[^0-9A-Za-z./]|$)",
            SecretGroup = 1,
            Keywords = [":$2"],
            Negatives =
            [
                "deploy:$2y$05$tooshort",
                "deploy:$2x$05$DbB87j8mGvv5b6tzKnugU6RJ3REZnpaPitYTELQKaPLfFXqCZkzvz",
                " : $2y$05$r9t21CXhCOLp8NMhqmjb",
            ],
        },
        CatalogueRule.Of(
            "shadow_password_hash",
            "User and password hash of a Unix shadow file",
            Severity.High,
            "https://man7.org/linux/man-pages/man5/shadow.5.html",
            "<lower:4-8>:$6$<[0-9A-Za-z./]:16>$<[0-9A-Za-z./]:86>:19<digit:3>:",
            "wvbsgh"
                + "r:$6$D9lq5UxgtmVft3uv$3NWY0b3vbb6XX7H8ansaNnoONUvckgdQLTihOW/u9pYWzZfI94F/j2x6900uFrcbUpaIzqKOxowBfB1D2oZrxn:19317:0:9"
                + "9999:7:::",
            "root:*:19000:0:99999:7:::",
            "Ymljeng6JDYkdnZud2laOWhRMWRIVUpWTiR1SDBoMWlBNkJ2Q0lKN0Qxc2NBcnk1LjNuRWt1VjZvdm4uazR6Li4yd1VQSnJmbmlzNkZvMWRiQXpmWnhKVG"
                + "9aekFNRThxT0NtU081QXZwSG1vQ1RuTzoxOTQ1NTowOjk5OTk5Ojc6Ojo=") with
        {
            Pattern = @"[0-9A-Za-z_-]{1,32}:(\$(?:[156]|y)\$[0-9A-Za-z./$=]{1,64}\$[0-9A-Za-z./]{22,86}):\d{5}:",
            SecretGroup = 1,
            Keywords = [":$6$", ":$5$", ":$1$", ":$y$"],
            Negatives =
            [
                "root:*:19000:0:99999:7:::",
                "root:$6$salt$hash:",
                "$6$MfA4g6cNRTrF8dqA$rk5yEWj8DcBRafblYB1ThDzPWUT4gPX5YeQaWgXNAsJEOVpCaAeCaDu1fhTymSKC9lqkq0DL0UoKEcazEHqmZp",
            ],
        },
        CatalogueRule.Of(
            "rclone_config_password",
            "Obscured password in an rclone configuration",
            Severity.High,
            "https://rclone.org/commands/rclone_obscure/",
            "type = <sftp|webdav|ftp|smb>\nhost = files.acme.io\nuser = dev\npass = <base64url:30-50>",
            "[files]\ntype = " + "webdav\nhost = files.acme.io\nuser = dev\npass = _gdOGaiam-QMU0GnYdkKPK034yIb1g_wk",
            "[files]\ntype = sftp\nhost = files.acme.io",
            "W2ZpbGVzXQp0eXBlID0gZnRwCmhvc3QgPSBmaWxlcy5hY21lLmlvCnVzZXIgPSBkZXYKcGFzcyA9IGwxX3ZmUkxKN1p6NHozc1ZKTmI1SUxDb01vVlM2an"
                + "FCV0M=") with
        {
            Pattern = @"^type[ \t]{0,4}=[ \t]{0,4}[0-9a-z]{2,32}[ \t]{0,4}\r?\n[^\[]{0,200}?\npass(?:word2?)?[ \t]{0,4}=[ \t]{0,4}([0-9A-Za-z_-]{22,})",
            SecretGroup = 1,
            Keywords = ["\npass"],
            Negatives =
            [
                "[files]\ntype = sftp\nhost = files.acme.io",
                "type = sftp\npass = short",
                "type = sftp\nhost = xWA3tuFwKtBU5FufiwohNRCtSSSXLg",
            ],
        },
        CatalogueRule.Of(
            "wgetrc_password",
            "Password in a .wgetrc file",
            Severity.High,
            "https://www.gnu.org/software/wget/manual/html_node/Wgetrc-Commands.html",
            "<http|ftp|proxy>_password = <alnum:10-24>",
            "ftp_password = " + "FRZjdtlwMrqzAKavD0",
            "http_password = $PASSWORD",
            "&#x68;&#x74;&#x74;&#x70;_password = DwmfkTFufY7CFbw0ML5t8u") with
        {
            Pattern = @"^(?:http|ftp|proxy)_?passw(?:or)?d[ \t]{0,4}=[ \t]{0,4}([0-9A-Za-z!#%&*+._@-]{6,64})$",
            SecretGroup = 1,
            Keywords = ["http_passw", "ftp_passw", "proxy_passw", "httppassw", "ftppassw", "proxypassw"],
            Negatives = ["http_password = $PASSWORD", "http_password = os.environ[\"X\"]", "ftp_password ="],
        },
        CatalogueRule.Of(
            "curlrc_user",
            "User and password in a .curlrc file",
            Severity.High,
            "https://curl.se/docs/manpage.html#-u",
            "user = \"<lower:4-8>:<alnum:10-20>\"",
            "user = \"" + "ynikuayv:sxgVl1dXylyDMyt0JTtx\"",
            "user = \"dev:$PASSWORD\"",
            "dXNlciA9ICJjdW9tc2RtZTp1aDJtcXpCNjlSRmR5Ig==") with
        {
            Pattern = @"^-?-?user[ \t]{0,4}[=:]?[ \t]{0,4}""[0-9A-Za-z._@-]{1,64}:([^""\s$<{]{6,128})""[ \t]{0,4}$",
            SecretGroup = 1,
            Keywords = ["user"],
            Negatives = ["user = \"dev:$PASSWORD\"", "user = \"dev\"", "user: \"name: and a sentence\""],
        },
    ];
}
