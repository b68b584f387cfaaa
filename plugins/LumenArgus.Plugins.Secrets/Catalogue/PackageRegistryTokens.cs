using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens of package registries.</summary>
internal static class PackageRegistryTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "npm_token",
            Detector = Rules.Detector,
            Title = "npm access token",
            Severity = Severity.Critical,
            Description = "npm access token.",
            Source = "https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/",
            Pattern = Shape.Start + @"(npm_[A-Za-z0-9]{36,})",
            Format = "npm_<alnum:30><crc32-base62:6>",
            SecretGroup = 1,
            Validator = Base62ChecksumValidator.RuleName,
            Keywords = ["npm_"],
            Tags = ["vcs", "npm"],
            Positives = ["npm_" + Sample.Of(36), "//registry.example.com/:_authToken=" + "npm_" + Sample.Of(36, seed: 2), @"\n" + "npm_" + Sample.Of(36, seed: 3)],
            Negatives = ["npm_" + Sample.Of(35), "npm_config_registry_with_a_very_long_name_behind_it", "pnpm_" + Sample.Of(36)],
            Evasions = ["TlBNX1RPS0VOPW5wbV9CZDFOV0NDbDREUFJTZnBUc2JGb3JxSEVvaDY1aVQxVW5UdWo"],
        },
        new()
        {
            Name = "pypi_token",
            Detector = Rules.Detector,
            Title = "PyPI upload token",
            Severity = Severity.Critical,
            Description = "PyPI upload token.",
            Source = "https://pypi.org/help/#apitoken",
            Pattern = "pypi-[A-Za-z0-9_-]{50,}",
            Format = "pypi-<AgEIcHlwaS5vcmc|AgENdGVzdC5weXBpLm9yZw><base64url:120-180>",
            Validator = PyPiTokenValidator.RuleName,
            Keywords = ["pypi-"],
            Tags = ["vcs", "pypi"],
            Positives = ["pypi-" + "AgEIcHlwaS5vcmc" + Sample.Of(150), "password = " + "pypi-" + Sample.Of(50, seed: 2), "\"" + "pypi-" + Sample.Of(80, seed: 3) + "\""],
            Negatives = ["pypi-" + Sample.Of(49), "pypi-server", "PYPI-" + Sample.Of(60)],
            Evasions = ["password =3D py=70i-Ag=45IcHl=77aS5v=63mccc=387iU_=42rkgF=39LpBX=38B8Rk=45JT53=39RXid=4EulCV=61SFWs=66LfvU=5Fgk=\nka9iR"
                + "nMNpNlx0Ltx46oZ88YMFs6t5sPGpWb7PjEJm4Zgc_wrTZOrvLha3rG3-1NUPdKEiQ"],
        },
        new()
        {
            Name = "docker_hub_pat",
            Detector = Rules.Detector,
            Title = "Docker Hub access token",
            Severity = Severity.Critical,
            Description = "Docker Hub access token of a person (dckr_pat) or an organisation (dckr_oat).",
            Source = "https://docs.docker.com/security/access-tokens/",
            Pattern = "dckr_[op]at_[A-Za-z0-9_-]{20,}",
            Format = "<dckr_pat|dckr_oat>_<base64url:27-32>",
            Keywords = ["dckr_pat_", "dckr_oat_"],
            Tags = ["infrastructure", "docker"],
            Positives = ["dckr_pat_" + Sample.Of(27), "docker login -u me -p " + "dckr_pat_" + Sample.Of(20, seed: 2), "'" + "dckr_oat_" + Sample.Of(32, seed: 3) + "'"],
            Negatives = ["dckr_pat_" + Sample.Of(19), "dckr_xat_" + Sample.Of(27), "DCKR_PAT_" + Sample.Of(27)],
            Evasions = ["docker login -u me -p dckr_pat_VsmZlZDc-\u00adGzOfCRMxz8qxPZ5V9y"],
        },
        CatalogueRule.Of(
            "rubygems_api_key",
            "RubyGems.org API key",
            Severity.Critical,
            "https://guides.rubygems.org/api-key-scopes/",
            "rubygems_<hex:48>",
            "GEM_HOST_API_KEY=rubygems_" + "5ebfee1d371d69b81f85f1813bc0f6d1a750fcf6120547dc",
            "rubygems_a7d33dc66099ff5193906a1e42fc27c1acd11835",
            "GEM_HOST_API_KEY=&#x72;&#117;&#x62;&#121;gems_cb112e19843d1fd77ba162342aadaad323833111b03d55c4"),
        CatalogueRule.Of(
            "rubygems_legacy_api_key",
            "RubyGems.org API key of the old form",
            Severity.Critical,
            "https://guides.rubygems.org/publishing/",
            "<name:rubygems api key|gem host api key><hex:32>",
            ":rubygems_api_key: " + "a75c89163fc6e5204ce0135a85934d7d",
            "rubygems_api_key_md5 is 2df5472a38ea927fb9f1f09dcfc66f66",
            ":rubygems_api_key: 2\uff104814a1eaba81d24e15006172989c18"),
        CatalogueRule.Of(
            "crates_io_token",
            "crates.io API token",
            Severity.Critical,
            "https://crates.io/settings/tokens",
            "cio<alnum:32>",
            "cargo login cio" + "6atpxQDGhtOHEwohhMUDlrNBi5wOzl3E",
            "cioUz4nnPtPFMCv7W4XPgxBOvMu7C8KKiO",
            "cargo login ci=6FfUQ0=31dPJr=59S1rW=\n2hEwMdzdvsIAtYn3c2") with { EntropyFloor = 3.6 },
        CatalogueRule.Of(
            "crates_io_legacy_token",
            "crates.io API token of the old form",
            Severity.Critical,
            "https://doc.rust-lang.org/cargo/reference/publishing.html",
            "<name:cargo registry+token><alnum:32>",
            "CARGO_REGISTRY_TOKEN=" + "quvcx6UDtNM5iUOnEdinkxooHyTw5ltc",
            "cargo_registry_token = \"CredentialProviderOfTheOperatingSystem\"",
            "CARGO_REGISTRY_TOKEN=0z\u0420\u041clUOgBZ7mdraQ8hksJjbVTXR7PgKn") with { EntropyFloor = 3.7 },
        CatalogueRule.Of(
            "nuget_api_key",
            "NuGet.org API key",
            Severity.Critical,
            "https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package",
            "oy2<[a-z2-7]:43>",
            "dotnet nuget push --api-key oy2" + "k7geih6orkkw7boqwvyfv6molqt64t6onryxmuaw5qg",
            "oy2av4vk3e2tzohsrwfo3ulw7xkesab6jlbq6gdrfav",
            "ZG90bmV0IG51Z2V0IHB1c2ggLS1hcGkta2V5IG95MmU0NmF1em9taHI1ZmJwY2Fj\nbDI3b2gzaHN1b3JzMmFoMmlramh0NnF3eTM="),
        CatalogueRule.Of(
            "nuget_legacy_api_key",
            "NuGet server API key",
            Severity.High,
            "https://learn.microsoft.com/en-us/nuget/hosting-packages/nuget-server",
            "<name:nuget+api key><uuid>",
            "NUGET_API_KEY=" + "b97e3c26-02fa-43d1-9bca-3d5bc7991c4a",
            "nuget_package_guid = \"fe41d6f5-13ea-4525-8987-75dde529dd7c\"",
            "4e 55 47 45 54 5f 41 50 49 5f 4b 45 59 3d 35 31 38 63 66 62 62 36 2d 31 65 65 36 2d 34 34 39 34 2d 39 35 33 33 2d 38 3"
                + "2 62 35 61 62 64 65 64 33 30 31") with
        {
            Negatives =
            [
                "nuget_package_guid = \"fe41d6f5-13ea-4525-8987-75dde529dd7c\"",
                "NUGET_API_KEY=3097bc56-c90d-40fd-89a3-c91f6c248cb",
                "NUGET_API_KEY=3097bc56c90d40fd89a3c91f6c248cbe",
            ],
        },
        CatalogueRule.Of(
            "sonatype_user_token",
            "Sonatype (Maven Central) user token",
            Severity.Critical,
            "https://central.sonatype.org/publish/generate-portal-token/",
            "<name:ossrh|sonatype|mavencentral|maven_central+password|token><alnum:44>",
            "ORG_GRADLE_PROJECT_mavenCentralPassword=" + "amJZIAoFFp6ZBNmnCy4kgPX7KuoraDj2vfHsSL0RVb5v",
            "ossrh_token = \"aw4cWH5v\"",
            "T1JHX0dSQURMRV9QUk9KRUNUX21hdmVuQ2VudHJhbFBhc3N3b3JkPWdFS3FmaGNieEZYcUxVWG96Z0xZWnozR3R4V0ZweWdJNThHV3plMGJudjMy") with
        {
            EntropyFloor = 3.8,
            Keywords = ["ossrh", "sonatype", "maven"],
        },
        CatalogueRule.Of(
            "gradle_plugin_portal_secret",
            "Gradle Plugin Portal publishing secret",
            Severity.Critical,
            "https://docs.gradle.org/current/userguide/publishing_gradle_plugins.html",
            "<name:gradle publish+secret><alnum:32>",
            "gradle.publish.secret=" + "ntMnorDWpvmXukBJle1AJz0gRezOvuvW",
            "gradle.publish.key=UX0CJlttLqbKHC0GE7CS2tPQw2toGqyN",
            "gradle.publish.secret=JyMaBL7awU1xgsFh\u200bvCg3T5eZ0u3nH7io") with { EntropyFloor = 3.5 },
    ];
}
