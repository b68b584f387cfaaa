using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens of services that keep packages and images of many kinds.</summary>
internal static class ArtifactRegistryTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "quay_robot_token",
            "Quay robot account token",
            Severity.Critical,
            "https://docs.quay.io/glossary/robot-accounts.html",
            "<name:quay+password|token><upperalnum:64>",
            "QUAY_ROBOT_TOKEN=" + "M7YE7ERMFLOT6G0OZ8U2OEMI802CWU5PQE1LUCLTPVAK49WL4W8CBS7O0JPCJ36T",
            "quay_token = \"JX5W6HT2NSQQA2BJGCTT\"",
            "QUAY_ROBOT_TOKEN=%49LG%5281%33CY%391Q%42JS%423H%4DY7%44SG%433K%57LV%44OF%44VY%42FA%44W4%59IG%4FTR%42PD%5560%4BP2%32ZJ%"
                + "4COS%33") with { EntropyFloor = 3.7 },
        CatalogueRule.Of(
            "quay_oauth_token",
            "Quay OAuth access token",
            Severity.High,
            "https://docs.projectquay.io/use_quay.html",
            "<name:quay+oauth token|access token|api token><alnum:40>",
            "QUAY_OAUTH_TOKEN=" + "5azkhO9UyQQ0RYj9v0D7HW899eVs2tsZ2MGzcDOH",
            "quay_api_token = \"dbhuuoixiukhhvyqntdsncuhasmcynpwcavvwwwj1\"",
            "QUAY_OAUTH_TOKEN=\\u0057\\u0074\\u0036\\u005a\\u0042\\u006dvjVHq8MpOTbS7BPXMj5keWOoRQnYqBVBCB") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "jfrog_api_key",
            "JFrog Artifactory API key",
            Severity.Critical,
            "https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile",
            "AKCp<alnum:69>",
            "curl -H \"X-JFrog-Art-Api: AKCp" + "uVt1ZA07I8vsC3hS8UpAqIAHR8QSbsG1uVL7kQVYRYhpzcaTwfZ0FMbIYqmOItBTwtOvd\"",
            "AKCpFvQQ2ECoUwaYTNrAnG1j8Fmswgmff4",
            "Y3VybCAtSCAiWC1KRnJvZy1BcnQtQXBpOiBBS0NwTlU3clJuMVAwTHhWeUkwU0RxeGgxTmRpcUEzTVJBeTBPTDM0NW9nUDUxbTlhZG4xSW02V2VmemN4aW"
                + "FNTWJjTkF0ZlJpIg"),
        CatalogueRule.Of(
            "jfrog_reference_token",
            "JFrog reference or identity token",
            Severity.Critical,
            "https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-token",
            "cmVmdGtuOjAxOj<alnum:50>",
            "JF_ACCESS_TOKEN=cmVmdGtuOjAxOj" + "gdgX7OYanZPiuF1T4jwWh2eOF3s9dvfPRRLJvp4wKuIp8VFcPa",
            "cmVmdGtuOjAxOjVOCD2KRIMXNHsGkY3fPg",
            "const value = \"cmVmdGtuOjAxOjk5NgHWf\" + \"X2JimRxOeDcfzYiKYeIXpXVVGuC8YmBPI1nPXLQzbtB\";"),
        CatalogueRule.Of(
            "cloudsmith_api_key",
            "Cloudsmith API key",
            Severity.Critical,
            "https://help.cloudsmith.io/docs/api-key",
            "<name:cloudsmith+api key|token><hex:40>",
            "CLOUDSMITH_API_KEY=" + "11ab4acbf0af16fc8015c20e0cdcbe1242326662",
            "cloudsmith_checksum = \"bd9ebf6078c8e8c8d5c7acc19dd45a6a8292d3d1\"",
            "CLOUDSMITH_API_KEY=\\x31\\x61\\x61\\x62\\x38\\x382c4cfe7c820883d275369fef8d72ac5d6e"),
        CatalogueRule.Of(
            "packagist_token",
            "Private Packagist token",
            Severity.Critical,
            "https://packagist.com/docs/composer-authentication",
            "packagist_<ort|out|uut|cut|ack|acs>_<hex:68>",
            "composer config http-basic.repo.packagist.com token packagist_"
                + "uut_015c49708b977cda80e7ef65205a7e981672e17c6ffa01599056cd0e618d15110b2a",
            "packagist_ort_4c082f9deb6afc952e74cadd4a8a113c91fff9ef",
            "composer config http-basic.repo.packagist.com token packagist_out_4ce0c55d49d9ba58f01013c5600\u00ad1034c1926be5e531a1347e8e"
                + "65e1f0c6b5b32a414"),
        CatalogueRule.Of(
            "packagist_api_token",
            "Packagist.org API token",
            Severity.High,
            "https://packagist.org/apidoc",
            "<name:packagist+token><base64url:20>",
            "PACKAGIST_API_TOKEN=" + "ACb-y20BJca9zc9BJDt9",
            "packagist_token = \"the-main-profile-page-one\"",
            "5041434b41474953545f4150495f544f4b454e3d774c785f65586355453256625744664e68334379") with { EntropyFloor = 3.4 },
        CatalogueRule.Of(
            "hex_pm_api_key",
            "Hex.pm API key",
            Severity.Critical,
            "https://hex.pm/docs/publish",
            "<name:hex api key|hexpm api key|hex pm api key><hex:32>",
            "HEX_API_KEY=" + "aa4b64df578952025d53ea7c8a3c6ec5",
            "hex_api_url = \"74817dcbea23187ec389679d7660ae10\"",
            "HEX_API_KEY=&#x62;&#x38;&#101;&#53;dd7e4116955af2c526ded8ec9409"),
        CatalogueRule.Of(
            "clojars_deploy_token",
            "Clojars deploy token",
            Severity.Critical,
            "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens",
            "CLOJARS_<hex:60>",
            "lein deploy with CLOJARS_" + "b3d713931f39130bec43893d2a88770082ff34a429f8d2e72ed424a7082a",
            "CLOJARS_80621f19d33c78486c93e7edff5d5bfecba58c9b",
            "lein deploy with C\uff2cOJARS_872f6ca6383fbe050d1725f819572bbb3ef67bfba6fbf8a8e586c2bdfd34"),
        CatalogueRule.Of(
            "anaconda_token",
            "Anaconda.org token",
            Severity.Critical,
            "https://www.anaconda.com/docs/tools/anaconda-org/user-guide/work-with-accounts",
            "<name:anaconda|binstar+token|api key><[a-z]:2>-<uuid>",
            "ANACONDA_API_TOKEN=" + "ic-708d41d0-2b74-4612-918d-5b4a5d3755d5",
            "anaconda_build = \"ab-2d6aa7fe-36a1-4bb5-85bc-01fc64ef6af9\"",
            "ANACONDA_API_TOKEN=3Dsl=2D401b=33bb9-=30aa4-=342=\n21-b3d8-b9919e71dd45") with
        {
            Negatives =
            [
                "anaconda_build = \"ab-2d6aa7fe-36a1-4bb5-85bc-01fc64ef6af9\"",
                "ANACONDA_API_TOKEN=bv-42949612-153a-4d53-a46e-e5b5792653c",
                "ANACONDA_API_TOKEN=bv42949612153a4d53a46ee5b5792653c5",
            ],
        },
        CatalogueRule.Of(
            "anaconda_channel_address",
            "Address of an Anaconda channel with a token",
            Severity.High,
            "https://docs.conda.io/projects/conda/en/latest/user-guide/configuration/settings.html",
            "anaconda.org/t/<[a-z]:2>-<uuid>",
            "https://conda.anaconda.org/t/" + "rq-6a0bf860-c74c-4bb5-b481-583f19d6d53b/acme",
            "anaconda.org/t/<TOKEN>/acme/8088d4b8-4215-4c49-b56e-1363985629af",
            "https://conda.\u0430n\u0430conda.org/t/lr-232d14f9-5163-43a3-9abd-b67a186ba5f4/acme") with
        {
            Negatives =
            [
                "anaconda.org/t/<TOKEN>/acme/8088d4b8-4215-4c49-b56e-1363985629af",
                "https://conda.anaconda.org/t/of-0610ff08-0dae-4b1e-8c01-2987f1e0092/acme",
                "https://conda.anaconda.org/t/of0610ff080dae4b1e8c012987f1e00927/acme",
            ],
        },
        CatalogueRule.Of(
            "gemfury_token",
            "Gemfury token",
            Severity.Critical,
            "https://gemfury.com/help/tokens/",
            "<name:gemfury|fury+token><base64url:20>",
            "GEMFURY_PUSH_TOKEN=" + "MP1mCCpboDH2AmylnRKo",
            "gemfury_token = \"of-the-account-owner-in-it\"",
            "R0VNRlVSWV9QVVNIX1RPS0VOPTBSMzNWaC1fbU1FWlRaUDczTDZZ") with { EntropyFloor = 3.4 },
        CatalogueRule.Of(
            "buf_token",
            "Buf Schema Registry token",
            Severity.Critical,
            "https://buf.build/docs/bsr/authentication/",
            "<name:buf token><hex:64>",
            "BUF_TOKEN=" + "ce0df41a0cc3c9dde9f0c385f7c4b24e6080997804938eda253b0197d695e674",
            "buf_digest = \"603f69052acf079d4fa244c289ec043e28e4383036b24fd641c90ec6da5e2511\"",
            "42 55 46 5f 54 4f 4b 45 4e 3d 37 66 34 64 38 33 66 64 38 36 65 64 32 64 65 66 37 30 39 63 37 64 35 39 30 37 61 36 38 6"
                + "6 61 62 63 65 32 61 62 64 31 32 31 64 34 32 32 30 62 31 32 64 38 66 65 63 32 36 64 33 33 34 64 30 64 38"),
        CatalogueRule.Of(
            "packagecloud_token",
            "packagecloud API or master token",
            Severity.Critical,
            "https://packagecloud.io/docs/api",
            "<name:packagecloud+token><hex:48>",
            "PACKAGECLOUD_TOKEN=" + "c220805c77afeda10da53668f2ce3f541cca8c973408d345",
            "packagecloud_distro = \"547f556d6ea06c70ad2c7ac673d3e1108615b92b645666d7\"",
            "UEFDS0FHRUNMT1VEX1RPS0VOPWE0NWRmOWM4ZmM4MzFhNGI2MzEwNDNmNTYzY2JhNTgwM2MxYTg5YThkZDA1MzI3OQ=="),
        CatalogueRule.Of(
            "cocoapods_trunk_token",
            "CocoaPods trunk token",
            Severity.Critical,
            "https://guides.cocoapods.org/making/getting-setup-with-trunk.html",
            "<name:cocoapods trunk token><hex:32>",
            "COCOAPODS_TRUNK_TOKEN=" + "049f1f85a5e603d7ab3dd28bdde6cc1d",
            "cocoapods_checksum = \"c60fddaf96b93670bd8cd1160508a006\"",
            "COCOAPODS_TRUNK_TOKEN=e09970273c71e726\u200bcc3664b6ab1c669b"),
    ];
}
