using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Credentials in the configuration files of package managers and registries.</summary>
internal static class RegistryConfigFiles
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "npmrc_auth_token",
            "Registry token in an .npmrc file",
            Severity.Critical,
            "https://docs.npmjs.com/cli/v11/configuring-npm/npmrc",
            "//registry.acme.io/:_authToken=<uuid>",
            "//registry.acme.io/:_authToken=" + "a5b76324-9886-4f2c-919d-8a7a17722d41",
            "//registry.npmjs.org/:_authToken=${NPM_TOKEN}",
            "%2F%2Fr%65gi%73tr%79%2Ea%63me%2Eio%2F%3A%5F%61ut%68To%6Ben%3D44%30cc%638d%2Dd5%320%2D%34a7%38%2Da%3227%2D8b%3449%38f0%"
                + "38b8%37") with
        {
            Pattern = @"/:_authToken[ \t]{0,4}=[ \t]{0,4}[""']?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b",
            SecretGroup = 1,
            Keywords = ["_authToken"],
            Negatives =
            [
                "//registry.npmjs.org/:_authToken=${NPM_TOKEN}",
                "//registry.npmjs.org/:_authToken=16a62834",
                "_authTokenId=02a86cf2-7caa-43c8-aeff-2ec3985c76de",
            ],
        },
        CatalogueRule.Of(
            "npmrc_password",
            "Registry password in an .npmrc file",
            Severity.Critical,
            "https://docs.npmjs.com/cli/v11/using-npm/config",
            "//registry.acme.io/:_password=<base64:16-40>",
            "//registry.acme.io/:_password=" + "XTSoGeYI+vV9ibcF3FDEogAAnW",
            "//registry.npmjs.org/:_password=${NPM_PASSWORD}",
            "2f2f72656769737472792e61636d652e696f2f3a5f70617373776f72643d6f714354415a3865774d3463554a3359533768") with
        {
            Pattern = @"(?:/:_(?:password|auth)|^_auth)[ \t]{0,4}=[ \t]{0,4}[""']?([0-9A-Za-z+/]{8,512}={0,2})",
            SecretGroup = 1,
            Keywords = ["_password", "_auth"],
            Negatives =
            [
                "//registry.npmjs.org/:_password=${NPM_PASSWORD}",
                "self._password = password",
                "_auth_token_for_the_proxy=vOLcjggJAI1YXKttm2L1",
            ],
        },
        CatalogueRule.Of(
            "yarnrc_auth",
            "Registry credential in a .yarnrc.yml file",
            Severity.Critical,
            "https://yarnpkg.com/configuration/yarnrc#npmAuthToken",
            "npmAuthIdent: \"<lower:4-10>:<alnum:12-30>\"",
            "npmAuthIdent: \"" + "rjoyggucb:4CvAev7bDxnYScjY7mh1b\"",
            "npmAuthToken: \"${NPM_TOKEN}\"",
            "bnBtQXV0aElkZW50OiAic2N6aHRna3BsOjlpZmFNRW9IUE95TDJHeHUi") with
        {
            Pattern = @"npmAuthIdent[""']?[ \t]{0,4}[:=][ \t]{0,4}[""']?([0-9A-Za-z._@-]{1,64}:[^\s""'$]{6,128})",
            SecretGroup = 1,
            Keywords = ["npmAuthIdent"],
            Negatives = ["npmAuthToken: \"${NPM_TOKEN}\"", "npmAuthIdent: \"${USER}:${PASSWORD}\"", "npmAuthIdentity: none"],
        },
        new()
        {
            Name = "docker_config_auth",
            Detector = Rules.Detector,
            Title = "Registry login in a Docker configuration file",
            Severity = Severity.Critical,
            Description = "User and password of a registry, base64 encoded, as docker login leaves them in config.json and Kubernetes in a pull secret.",
            Source = "https://docs.docker.com/reference/cli/docker/login/",
            Pattern = @"""auth""[ \t]{0,4}:[ \t\r\n]{0,8}""([0-9A-Za-z+/]{8,1024}={0,2})""",
            SecretGroup = 1,
            Validator = BasicCredentialsValidator.RuleName,
            Keywords = ["\"auth\""],
            WindowBytes = 1280,
            Tags = ["infrastructure", "docker"],
            Positives =
            [
                "{\"auths\": {\"ghcr.io\": {\"auth\": \"" + "Y2ktYm90OlZxOHNLZDAyTG14VHo=\"}}}",
                "\"auth\":\"" + "ZGVwbG95OnI3WXctNDFuUXBaYw==\"",
                "\"https://index.docker.io/v1/\": {\n  \"auth\": \"" + "ZGV2K3B1c2g6bUIzeDlzVVRlNkt3MkE=\"\n}",
            ],
            Negatives = ["\"auth\": \"OAuth2AuthorizationCode\"", "\"auth\": \"/api/v1/authenticate/me/x\"", "\"auth\": \"none\"", "\"auth\": \"${REGISTRY_AUTH}\""],
            Evasions = ["\"auth\": \"\\u0063\\u006d\\u0039\\u0069\\u0062\\u0033Q6aE41dlI4eUxxMFdk\""],
        },
        CatalogueRule.Of(
            "pypirc_password",
            "Password in a .pypirc file",
            Severity.High,
            "https://packaging.python.org/en/latest/specifications/pypirc/",
            "[pypi]\nusername = <lower:4-9>\npassword = <alnum:8-20>",
            "[pypi]\nusername = " + "tchfkgrkt\npassword = fCslmVqHMdCD3OW",
            "[pypi]\nusername = __token__",
            "W3B5cGldCnVzZXJuYW1lID0gYnRuZgpwYXNzd29yZCA9IFVaVXlmSFFX") with
        {
            Pattern = @"\[(?:test)?pypi\][^\[]{0,200}?password[ \t]{0,4}[:=][ \t]{0,4}([^\s\[$%<{*-]{6,128})(?:[\s\[]|$)",
            SecretGroup = 1,
            Keywords = ["pypi]"],
            Negatives =
            [
                "[pypi]\nusername = __token__",
                "[pypi]\nrepository = https://upload.pypi.org/legacy/",
                "[pypi]\npassword = ${PYPI_PASSWORD}",
            ],
        },
        CatalogueRule.Of(
            "nuget_config_password",
            "Clear text password in a NuGet.Config file",
            Severity.Critical,
            "https://learn.microsoft.com/en-us/nuget/reference/nuget-config-file#packagesourcecredentials",
            "key=\"ClearTextPassword\" value=\"<alnum:12-30>\"",
            "<add key=\"ClearTextPassword\" value=\"" + "ljqip6tKTDVGZkp7Zlu7cKt26YZTW\" />",
            "<add key=\"ClearTextPassword\" value=\"%FEED_PASSWORD%\" />",
            "PGFkZCBrZXk9IkNsZWFyVGV4dFBhc3N3b3JkIiB2YWx1ZT0iRzhSQ0pUek9IU2ZYOSIgLz4") with
        {
            Pattern = @"ClearTextPassword""[ \t\r\n]{1,8}value=""([^""%${\s]{6,128})""",
            SecretGroup = 1,
            Keywords = ["ClearTextPassword"],
            Negatives =
            [
                "<add key=\"ClearTextPassword\" value=\"%FEED_PASSWORD%\" />",
                "<add key=\"ClearTextPassword\" value=\"\" />",
                "<add key=\"Password\" value=\"KQQC/JJyzRnZppCJrzqsuwDythCAQiMbxRhaevBc\" />",
            ],
        },
        CatalogueRule.Of(
            "maven_server_password",
            "Login of a server in a Maven settings.xml",
            Severity.High,
            "https://maven.apache.org/settings.html#servers",
            "<<username>dev<</username>\n      <<password><alnum:12-24><</password>",
            "<server><id>central</id>\n      <username>dev</username>\n      <password>" + "iNqpdmxQNkgDbB7J5l2eKxRY</password>",
            "<server><id>central</id><username>dev</username><password>${env.PASSWORD}</password>",
            "PHNlcnZlcj48aWQ+Y2VudHJhbDwvaWQ+CiAgICAgIDx1c2VybmFtZT5kZXY8L3VzZXJuYW1lPgogICAgICA8cGFzc3dvcmQ+NHZuR0ppaXV0NnYwaDRack"
                + "k2WVhSbm5QPC9wYXNzd29yZD4=") with
        {
            Pattern = @"<username>[^<>\n]{1,128}</username>[ \t\r\n]{0,40}<password>([^<>${}\s]{6,128})</password>",
            SecretGroup = 1,
            Keywords = ["</username>"],
            Negatives =
            [
                "<server><id>central</id><username>dev</username><password>${env.PASSWORD}</password>",
                "<username>dev</username><password>{COQLCE6DU6GtcS5P=}</password>",
                "<username>dev</username><role>admin</role>",
            ],
        },
        CatalogueRule.Of(
            "gradle_signing_password",
            "Password of the signing key in gradle.properties",
            Severity.High,
            "https://docs.gradle.org/current/userguide/signing_plugin.html",
            "signing.password=<alnum:8-24>",
            "signing.password=" + "tVutJGMBaRLmKOGerAZ9",
            "signing.password=${SIGNING_PASSWORD}",
            "signing.\u0440\u0430ssword=VVNX6OwhuomJmqHBHiIZe") with
        {
            Pattern = @"^signing\.password[ \t]{0,4}=[ \t]{0,4}([^\s${<*]{6,128})$",
            SecretGroup = 1,
            Keywords = ["signing.password"],
            Negatives = ["signing.password=${SIGNING_PASSWORD}", "signing.keyId=1457719F", "useGpgCmd and signing.password=secret"],
        },
        CatalogueRule.Of(
            "composer_http_basic",
            "Login of a repository in a Composer auth.json",
            Severity.Critical,
            "https://getcomposer.org/doc/articles/authentication-for-private-packages.md",
            "\"http-basic\": {\"repo.acme.io\": {\"username\": \"dev\", \"password\": \"<alnum:12-40>\"}}",
            "{\"http-basic\": {\"repo.acme.io\": {\"username\": \"dev\", \"password\": \"" + "GXgic5KJ9yCtiNKPx\"}}}",
            "\"http-basic\": {\"repo.acme.io\": {\"username\": \"dev\"}}",
            "eyJodHRwLWJhc2ljIjogeyJyZXBvLmFjbWUuaW8iOiB7InVzZXJuYW1lIjogImRldiIsICJwYXNzd29yZCI6ICI2ZUtod2hYS21majhjWllPaUFhZzUzdk"
                + "x5aHIydHplM3NBQTMifX19") with
        {
            Pattern = @"""http-basic""[ \t]{0,4}:[^$]{1,120}?""password""[ \t]{0,4}:[ \t]{0,4}""([^""$\s]{6,128})""",
            SecretGroup = 1,
            Keywords = ["\"http-basic\""],
            Negatives =
            [
                "\"http-basic\": {\"repo.acme.io\": {\"username\": \"dev\"}}",
                "\"http-basic\": {\"repo.acme.io\": {\"username\": \"dev\", \"password\": \"${PASSWORD}\"}}",
                "http-basic password \"k7M6Krl8IFoM\"",
            ],
        },
        CatalogueRule.Of(
            "cargo_credentials_token",
            "Registry token in a Cargo credentials file",
            Severity.Critical,
            "https://doc.rust-lang.org/cargo/reference/config.html#credentials",
            "[registries.acme]\ntoken = \"<alnum:24-60>\"",
            "[registries.acme]\ntoken = \"" + "gtFICTnysCFxaje3B1oIIt9f0MAo9foXvPKyCRUb9vMHAxKe\"",
            "[registries.acme]\nindex = \"sparse+https://crates.acme.io/JdLfGksTLrf602DqVK321RDng2Hwg0\"",
            "W3JlZ2lzdHJpZXMuYWNtZV0KdG9rZW4gPSAieTVwZXowTnU0MFd2RUtiZFoya3hFR1ZZIg") with
        {
            Pattern = @"\[registr(?:y|ies\.[0-9A-Za-z_-]{1,64})\][ \t\r\n]{1,8}token[ \t]{0,4}=[ \t]{0,4}""((?:Bearer |Basic )?[^""\s$]{20,256})""",
            SecretGroup = 1,
            Keywords = ["[registr"],
            Negatives =
            [
                "[registries.acme]\nindex = \"sparse+https://crates.acme.io/JdLfGksTLrf602DqVK321RDng2Hwg0\"",
                "[registry]\ndefault = \"acme\"",
                "[registries.acme]\ntoken = \"\"",
            ],
        },
    ];
}
