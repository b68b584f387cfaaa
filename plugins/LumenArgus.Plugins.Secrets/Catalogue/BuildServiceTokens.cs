using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens of build services.</summary>
internal static class BuildServiceTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "circleci_token",
            "CircleCI personal or project API token",
            Severity.Critical,
            "https://circleci.com/docs/managing-api-tokens/",
            "<CCIPAT|CCIPRJ>_<base58:22>_<hex:40>",
            "circleci setup --token CCIPRJ_" + "92BaCkGvVoFrDMXP5VNnjT_27818ae4cc27ea5fa50742f5020f15c5f567497c",
            "CCIPAT_b9rAAoFJmYguhDBGKjJVCF",
            "circleci setup --token &#67;&#67;&#73;&#x50;RJ_yDgYr7zU1iGAb8xHuyh83k_cb65cccfb3df2cb3259e28fb63bc1598f65da50c"),
        CatalogueRule.Of(
            "circleci_legacy_token",
            "CircleCI API token of the old form",
            Severity.Critical,
            "https://circleci.com/docs/api-developers-guide/",
            "<name:circle ci|circle+token|api key><hex:40>",
            "CIRCLE_TOKEN=" + "e3adf4e289a6a5cd5c6514c30eb89a8d71f2fac0",
            "circle_sha1 = \"3fca3741e93d82a16244c9ac7f40559c8c6eaa5b\"",
            "CIRCLE_TOKEN=5\uff17bb9e8213d90c6c20dbd2fcdb90cc32bcdd9ec9"),
        CatalogueRule.Of(
            "travis_ci_token",
            "Travis CI API token",
            Severity.High,
            "https://docs.travis-ci.com/api/",
            "<name:travis+token><base64url:22>",
            "TRAVIS_API_TOKEN=" + "5Mq-DWt_OIquNgGqCy5TN3",
            "travis_token = \"from-the-settings-page-of-it\"",
            "TRAVIS_API_TOKEN=3Dqu=4BebHE=37Bf2=\ntoa2ixHpbnI") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "jenkins_api_token",
            "Jenkins API token",
            Severity.Critical,
            "https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/",
            "<name:jenkins+token|api key|password>11<hex:32>",
            "JENKINS_API_TOKEN=11" + "051297bf1d11d63b0a3e58edd3fe5b3c",
            "jenkins_token = \"1236a89e27cb8c4e4da50c28d4c266457d\"",
            "JENKINS_API_TOKEN=118d2318\u04419490b2\u0430599607efdbcdeef664"),
        CatalogueRule.Of(
            "jenkins_agent_secret",
            "Jenkins inbound agent secret",
            Severity.High,
            "https://www.jenkins.io/doc/book/using/using-agents/",
            "<name:jenkins+secret><hex:64>",
            "JENKINS_AGENT_SECRET=" + "2c04fdbb6998bffea53c2d7dfe13696d73f33dc5858df1a90201a783e2a8beb6",
            "jenkins_war_sha256 = \"ed7594960258b104b7611271208e4d38e6e9ef059facb08abd0ad9ae64d9eb0c\"",
            "SkVOS0lOU19BR0VOVF9TRUNSRVQ9ODA4ZTBiN2JiN2I1N2Q0NmI5YzM1OGIxYTlk\nZmQwNmYwNmZmOGEyNDkyYTkwZTM0MTg0MjcyMmQzODQxOTYxNA=="),
        CatalogueRule.Of(
            "buildkite_token",
            "Buildkite token",
            Severity.Critical,
            "https://buildkite.com/docs/apis/managing-api-tokens",
            "<bkua|bkct|bkaa|bkaj|bkar|bkur|bkpt|bkrt|bktr|bkat|bkcqt|bkpat|bkps>_<hex:40>",
            "BUILDKITE_API_TOKEN=bkps_" + "af03d45062351e303e80346d817f793da9d00ab3",
            "bkua_74f544fe68a3d5ca78ed",
            "42 55 49 4c 44 4b 49 54 45 5f 41 50 49 5f 54 4f 4b 45 4e 3d 62 6b 70 74 5f 36 30 63 38 31 66 61 65 32 39 36 32 62 39 6"
                + "5 31 62 31 65 38 35 35 37 34 33 39 34 65 36 38 31 30 36 65 35 39 66 32 39 61"),
        CatalogueRule.Of(
            "buildkite_cluster_token",
            "Buildkite token with its organisation",
            Severity.Critical,
            "https://buildkite.com/docs/agent/v3/tokens",
            "<bkct|bkat|bkua>_<base58:20-30>.<base64url:30+>",
            "token=\"bkua_" + "7EnKYQAGuH6Re6K9c23WkH.Id1oodPs68FvcK6Cy9aRQR1KKomOqjC\"",
            "bkct_class.methods_of_the_class",
            "dG9rZW49ImJrdWFfNjU2NktUY1ZjUU5FQVlzMjJpTHBaNGNCemJLMksuSWxmRm5mNll1cHB4VmdrV0NIejc1Z2h6NkIyazVzWHZTSUgi"),
        CatalogueRule.Of(
            "buildkite_agent_token",
            "Buildkite agent token of the old form",
            Severity.Critical,
            "https://buildkite.com/docs/agent/v3/configuration",
            "<name:buildkite+token><hex:50>",
            "BUILDKITE_AGENT_TOKEN=" + "1a32d156e525e445bed98346c9c8f060517dbd184294f45b06",
            "buildkite_commit = \"323aeb00468eca2ff23855a8927f966d063f1537\"",
            "BUILDKITE_AGENT_TOKEN=ae883ed2c667673e1ee647bb6\u200b7243cf74cad83521f23654f93"),
        CatalogueRule.Of(
            "drone_token",
            "Drone user token",
            Severity.Critical,
            "https://docs.drone.io/cli/configure/",
            "<name:drone+token><alnum:32>",
            "export DRONE_TOKEN=" + "gu9amHQvaSLPfUps5M193vt7kihzrJRh",
            "drone_token = \"PersonalTokenOfTheMachineAccountHere\"",
            "export DRONE_TOKEN=%35ME%65nY%36on%68mF%4Cob%6C89%79AY%61qQ%633S%53JV%4C7") with { EntropyFloor = 3.6 },
        CatalogueRule.Of(
            "drone_rpc_secret",
            "Drone or Woodpecker shared secret of runners",
            Severity.High,
            "https://docs.drone.io/server/reference/drone-rpc-secret/",
            "<name:drone|woodpecker+secret><hex:32-64>",
            "DRONE_RPC_SECRET=" + "89d5b284f5329e4f8f2615f0ab50621bd47ffe78a13606d4ce56b6b58",
            "drone_rpc_host = \"2300e91081c5a87234a221b096aba1f0\"",
            "DRONE_RPC_SECRET=\\u0030\\u0063\\u0034\\u0065\\u0036\\u00362359600b40f86490e57e997a243bc06ae8bfb7bd211c5df0"),
        CatalogueRule.Of(
            "semaphore_ci_token",
            "Semaphore CI API token",
            Severity.High,
            "https://docs.semaphore.io/reference/api",
            "<name:semaphore api token|semaphore ci token|semaphoreci api token><base64url:20>",
            "SEMAPHORE_API_TOKEN=" + "jdZCuCY7_hS92xmAjKKh",
            "semaphore_api_token = \"released-by-the-lock-of-it\"",
            "U0VNQVBIT1JFX0FQSV9UT0tFTj1YWnFUb3FkQmRhY1VhdlRtR2pNWA") with { EntropyFloor = 3.3 },
        CatalogueRule.Of(
            "teamcity_token",
            "TeamCity access token",
            Severity.Critical,
            "https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html",
            "eyJ0eXAiOiAiVENWMiJ9.<base64url:30-60>.<base64url:40-60>",
            "Authorization: Bearer eyJ0eXAiOiAiVENWMiJ9."
                + "Z1PUWss65edSXapgjWYQym3HPuo7FBJjs-nt.7vs6C0nIrUEu7NJMVYwLBVy0E9kHu6ZwvkTeUAuOj4",
            "eyJ0eXAiOiAiVENWMiJ9 is the header",
            "const value = \"eyJ0eXAiOiAiVENWMiJ9.Pu-BKiSuqc0hpAg\" + \"uctJxrgmrHohee-R6Zr.hncuJe5z-5DXKUMhyUwBYQW7xa9S8OlMwkQdB9Qb8t"
                + "qM9UJfjY0Hj\";"),
        CatalogueRule.Of(
            "appveyor_token",
            "AppVeyor API token",
            Severity.High,
            "https://www.appveyor.com/docs/api/",
            "<name:appveyor+token|api key><v2.|><loweralnum:20>",
            "APPVEYOR_API_TOKEN=v2." + "8ozxauupsy5igjgxxbnn",
            "appveyor_token: secure: aaaaaaaaaaaaaaaaaaaa",
            "APPVEYOR_API_TOKEN=\\x76\\x32\\x2e\\x74\\x74\\x77oyzeyph5e9lyqdqlc") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "bitrise_token",
            "Bitrise personal access token",
            Severity.Critical,
            "https://devcenter.bitrise.io/en/accounts/personal-access-tokens.html",
            "<name:bitrise+token|pat><base64url:86>",
            "BITRISE_API_TOKEN=" + "0os4Jstd-8p8D11IsZP4wWMeivlJ8ph1zdKF-wpz3bBzwnVZuV9L43MIjyRjGAcGH0TUFxqSx3QMawPucSqrTL",
            "bitrise_app_slug = \"62314968b7cdb8b7\"",
            "BITRISE_API_TOKEN=-p0G91Jv37Tm1_oqymUhXhTkyHYNyk7_r60PpZufSSS\u00adKg2oK5PNqPlIUSpbtiPlME3pTIWvHvQce23sLXtELrS"),
        CatalogueRule.Of(
            "buildbuddy_api_key",
            "BuildBuddy API key",
            Severity.High,
            "https://www.buildbuddy.io/docs/guide-auth/",
            "<name:buildbuddy+key><alnum:20>",
            "build --remote_header=x-buildbuddy-api-key=" + "vNkBkYwy7sGqo9njuatl",
            "buildbuddy_key = \"RemoteExecutionCacheOfIt\"",
            "6275696c64202d2d72656d6f74655f6865616465723d782d6275696c6462756464792d6170692d6b65793d795a315a4a4b7849717957634544626c"
                + "47744f41") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "develocity_access_key",
            "Develocity (Gradle Enterprise) access key",
            Severity.High,
            "https://docs.gradle.com/develocity/gradle-plugin/current/",
            "<name:develocity|gradle enterprise+access key><[a-z0-9.-]:4-40>=<[a-z2-7]:52>",
            "DEVELOCITY_ACCESS_KEY=" + "jdho13bcjp99xvubp5uua0jsefpvl=6rqjps2g4doo25zh57g23cvopqhsif46droe5x3i5zlbom6stmhi",
            "GRADLE_ENTERPRISE_ACCESS_KEY=ge.acme.io=zawxejfblejrr6dkxg5d",
            "DEVELOCITY_ACCESS_KEY=&#x70;&#55;&#x72;&#x34;3x7mhsyef2oqyo9pgvx64pt51xn5cjvcxfn8=rwrkktwz5qddac6wjdhjxge677oqbgxku6rq"
                + "gnrl3wnpf4sql6qh"),
        CatalogueRule.Of(
            "nx_cloud_access_token",
            "Nx Cloud access token",
            Severity.High,
            "https://nx.dev/ci/recipes/security/access-tokens",
            "<base64:48><fHJlYWQtd3JpdGU=|fHJlYWQ=>",
            "\"nxCloudAccessToken\": \"" + "U40zrqQY9zN40AnbYVkUYT64KjqTKQrKIhdo6hbtqhndM2HsfHJlYWQtd3JpdGU=\"",
            "UMXVNMR9EV10ORsEj4qoyWSW7QBntk-fHJlYWQtd3JpdGU=",
            "\"nxCloudAccessToken\": \"0\uff345OeUrFIXWVpaUxYm9R9002Afn18BfoHdI0ZarH8nHTmw3ZfHJlYWQtd3JpdGU=\""),
        CatalogueRule.Of(
            "codefresh_api_key",
            "Codefresh API key",
            Severity.Critical,
            "https://codefresh.io/docs/docs/integrations/codefresh-api/",
            "<name:codefresh+api key|token><hex:24>.<hex:32>",
            "CODEFRESH_API_KEY=" + "9be4b0bb4db0b31f04739c5c.70f6f9f89eb11cdfef449814e59e3dec",
            "codefresh_key = \"9dbe44898feacf9d5f78d9e6\"",
            "CODEFRESH_API_KEY=3Dad=6253bd=36bdf8=30d5ea=305b6b=640.71=62=\nb78f433c5205caab7907d184a3269"),
        CatalogueRule.Of(
            "gocd_token",
            "GoCD access token",
            Severity.High,
            "https://docs.gocd.org/current/configuration/access_tokens.html",
            "<name:gocd+token><hex:40>",
            "GOCD_ACCESS_TOKEN=" + "9205604b496354b6407d40f6a60e050a3c990432",
            "gocd_revision = \"f6cb5008bb22032611f60a5378cd0f6653e52535\"",
            "GOCD_ACCESS_TOKEN=8\u0430fb82\u0430a598b0ed7512c87c691378ad41cb6b017"),
        CatalogueRule.Of(
            "spacelift_api_key_secret",
            "Spacelift API key secret",
            Severity.Critical,
            "https://docs.spacelift.io/integrations/api",
            "<name:spacelift+secret><hex:64>",
            "SPACELIFT_API_KEY_SECRET=" + "8f537841cac884eca10c3a9b1ec5fd72b3e402ca1aff13a23a2945a2a7eb2cf4",
            "spacelift_stack_sha256 = \"f3ec4a73f4de972f33c109ff67a6609f7ce76d05680ea99dcc44229dce339028\"",
            "U1BBQ0VMSUZUX0FQSV9LRVlfU0VDUkVUPTU0MTY5NWEwY2JkMjQ0YzdhODdjY2Rk\nZTBiZmM0NzI2N2YyYTI1NzFkZGU5OTk0MDIzNDI2YWM0OTYwYTMxM"
                + "TQ="),
        CatalogueRule.Of(
            "env0_api_secret",
            "env0 API key secret",
            Severity.Critical,
            "https://docs.envzero.com/guides/admin-guide/api-keys",
            "<name:env0+secret><base64url:32>",
            "ENV0_API_SECRET=" + "TBsi8EswmotHASafzDkKbykMaPSSIYS9",
            "env0_secret = \"the-secret-of-the-organization-k\"",
            "45 4e 56 30 5f 41 50 49 5f 53 45 43 52 45 54 3d 45 51 6e 47 6d 68 64 54 59 57 34 38 61 46 51 70 38 77 34 37 7a 70 4e 6"
                + "2 51 35 74 51 41 35 54 69") with { EntropyFloor = 3.9 },
    ];
}
