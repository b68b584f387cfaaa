using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of services that collect logs, metrics, traces and errors.</summary>
internal static class MonitoringKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "logfire_token", "Pydantic Logfire write or read token", Severity.Critical, "https://logfire.pydantic.dev/docs/how-to-guides/create-write-tokens/",
            "pylf_v<digit:1>_<us|eu>_<alnum:40-60>",
            positive: "LOGFIRE_TOKEN=pylf_v1_us_" + "PwhZy441IbrqCQaV4K6B0hiSM2eMuEh2xMkJtSRm60aL",
            negative: "pylf_v1_us_your_token",
            evasion: "TE9HRklSRV9UT0tFTj1weWxmX3YxX2V1XzdjS3FXMm1acjlUZlg0Yk52THM4WWhEZzNKcFFhNlJ0VWUxb1ZpQndNeHpD"),
        new()
        {
            Name = "datadog_api_key",
            Detector = Rules.Detector,
            Title = "Datadog API or application key",
            Severity = Severity.High,
            Description = "Datadog API key (32 hex digits) or application key (40) assigned to a name that says so.",
            Source = "https://docs.datadoghq.com/account_management/api-app-keys/",
            Pattern = "(?i)(?:datadog|dd)[_ .-]?(?:api|app|application)?[_ .-]?key" + Shape.Assign + @"([0-9a-f]{32}(?:[0-9a-f]{8})?)\b",
            Format = "<name:datadog|dd+api key|app key|application key><hex:32>",
            SecretGroup = 1,
            Keywords = ["datadog", "dd_", "dd-", "dd.", "dd api", "dd app", "dd key", "ddapi", "ddapp", "ddkey"],
            WindowBytes = 160,
            Tags = ["infrastructure", "datadog"],
            Positives = [$"datadog_key = \"{Sample.Of(32, Sample.Hex)}\"", $"DD_API_KEY={Sample.Of(32, Sample.Hex, 2)}", $"DD-APPLICATION-KEY: {Sample.Of(40, Sample.Hex, 3)}"],
            Negatives = [$"datadog_key = \"{Sample.Of(31, Sample.Hex)}\"", $"DD_API_KEY={Sample.Of(36, Sample.Hex)}", $"datadog_trace = \"{Sample.Of(32, Sample.Hex)}\""],
            Evasions = [$"DD_API_KEY=\"{Sample.Of(16, Sample.Hex, 4)}\" + \"{Sample.Of(16, Sample.Hex, 5)}\""],
        },
        CatalogueRule.Of(
            "newrelic_user_key", "New Relic user API key", Severity.Critical, "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
            "NRAK-<upperalnum:27>",
            positive: "\"newrelicUserKey\": \"NRAK-" + "FOWJ4BLTGWLGJMYSMYX29MNJDIM\"",
            negative: "NRAK-<your token>",
            evasion: "\"newrelicUserKey\": \"NRAK-F8K1N5UIE2\u200bOCSNEGGRVAL00OQ83\""),
        CatalogueRule.Of(
            "newrelic_insights_key", "New Relic Insights insert or query key", Severity.High, "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
            "<NRII|NRIQ>-<base64url:32>",
            positive: "Authorization: Bearer NRII-" + "VWgq31WOBaR_4R3WkYcF3SShCg3frVaZ",
            negative: "Authorization: Bearer NR" + "IQ-st39a8GhzWBWpJUYPya...",
            evasion: "Authorization:%20Bearer%20NRIQ-19WUEyvIWQbl%32tcmEuFI0%735ahNcDitB5"),
        CatalogueRule.Of(
            "newrelic_license_key", "New Relic licence (ingest) key", Severity.High, "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
            "<loweralnum:36>NRAL",
            positive: "const newrelicLicenseKey = 'qjdgaykrmefq6z523tj4" + "2hwumbtsz2zguavkNRAL';",
            negative: "const newrelicLic" + "enseKey = 'xxxx';",
            evasion: "const newrelicLicenseKey = 'wxbe8jabqji18yvrdnv2' + 'lp3b92ywgex3doa0NRAL';"),
        CatalogueRule.Of(
            "newrelic_admin_key", "New Relic admin API key", Severity.Critical, "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
            "NRAA-<hex:27>",
            positive: "newrelic_admin_key: NRAA-" + "32c56b11ee2099c11d0c96c6fac",
            negative: "tokens begin with NRAA- and are issued once",
            evasion: "dump 6e657772656c69635f61646d696e5f6b65793a204e5241412d353330326264386634316137353161353235613662376139663366"),
        CatalogueRule.Of(
            "newrelic_rest_key", "New Relic REST API key", Severity.High, "https://docs.newrelic.com/docs/apis/rest-api-v2/get-started/introduction-new-relic-rest-api-v2/",
            "<NRRA-|newrelic-rest-><hex:42>",
            positive: "client = Client('newrelic-rest-" + "9610d14151790bd94bb24e7b66eca3f428e8acddc8')",
            negative: "NRRA-3d99c092857ccf1307" + "41d4c4ed42a93ce057304***",
            evasion: "client = Client('NRRA-83f0d36a492b4e0de\\u0033fad99d01b8\\u0037d461d7efa58ff')"),
        CatalogueRule.Of(
            "sentry_org_token", "Sentry organisation token", Severity.Critical, "https://docs.sentry.io/account/auth-tokens/",
            "sntrys_eyJ<[0-9A-Za-z+/=]:80-400>_<base64:43>",
            positive: "SENTRY_ORG_TOKEN=sntrys_eyJ"
                + "AUQRBDn56l4UlqvJ20Q5SnsYaVX+ztm0Ti9NeciZeTav1W4nGTmi4Bxryf4BqCk3FyaQt8zpvaNx9mWHQmMWIvQN/FwNR=Gaqp5RUyZT2pvGsGACMApzffv4BQw5v"
                + "9=9Vmc55imCVmt2Va8nFITpmeDx2dVDDEZ9Q7BmDp5y4JYlL/sQ3hGL/F3C7iywePBka3qxw2rB6HDAW9DPljahtTqyfgmLj4cmFjLHZwN8y/pYm+rEl51wLi7De6"
                + "IQu0DBqVVvGn/d=vyiuIF0TvJFumk7HH3TMRbb7RxgS6nFe+RSMl32cQb6oHqSJ/D8jQZmfDlZ_HPnRYZeIJbaz4YvPg6jVCpXNYITgN4NXni86dR9TD8g",
            negative: "xsntrys_eyJitEbSk9i3L4pFG/pK4L178jhU7BQ1yMDr=sjGVdTwcYDaNLB+U9tTpGGvPnuAXZ6r"
                + "F5KCKSrlX8oN5Q8o0DzX3O+kq6sMOTVg_VhCZpkTbtRIvq/1yAyUh2+YI0ZcLD5ikUW559iSZAcW",
            evasion: "SENTRY_ORG_TOKEN=sntrys_eyJr4+HHu2BAtjmWRSx0Y9oIpT=8vTS2hml1K/pGWiAUDQpq4UGD6C7rpNI20q2b3B4lQZMFgXaIxD9VH6eh9G65AG=ugBmnBof5/"
                + "rsigf=Sq9WHBxNP/AmFwU59Ej=Q90f8YND2Bo3I4TWp8gtxozMhyhSbynqs8KYAsOWnC=UEUbiuTLUoRdVAHOVfg5HEZEUDdFEwdxPqbm9NDAbD9\uff19KrOlxE+"
                + "1URviI3UqB+KLpWMHufss5dwJcFz5+QqYy7yv6UI1SpNm=rMzuk7RGBwT2qAXs/xXJYBuBLu2q4OLMO6HeFHUU8OTIyOZ1R39TGIGK3\uff2eIpk/ViHyIZXivhFw"
                + "ZLjbA9Elul3Xv5s7Mn6FGo/NitQY1PMDqc2bXLYjxYC6=UO4zjX4_Ke5FdjLAGU/XCpYrXua6Ovd7XJ45H8RZ4LDR9MmzcpJ") with { WindowBytes = 640 },
        CatalogueRule.Of(
            "sentry_user_token", "Sentry user or integration token", Severity.Critical, "https://docs.sentry.io/api/auth/",
            "<sntryu|sntrya|sntryi>_<hex:64>",
            positive: "\"sentryUserToken\": \"sntryi_" + "4be59dc5718c03c2f7d55f5f37f013ba7d0d314ccc56efba700ed4d5eb82c067\"",
            negative: "sntryu_<your token>",
            evasion: "\"sentryUserToken\": \"sntryi_48948f396dead7639e011393525&#97;9afc50f04ba9ce7c&#x63;739ab25e5485b465cb2\""),
        CatalogueRule.Of(
            "sentry_dsn_secret", "Sentry DSN with its secret key (deprecated form)", Severity.High, "https://docs.sentry.io/concepts/key-terms/dsn-explainer/",
            "https://<hex:32>:<hex:32>@<[0-9a-z.]:0-24>sentry.io/<digit:1-10>",
            positive: "SENTRY_DSN=https://" + "d7a6c2e981ec1046d1e1d30b6bf94225:d48fb87ab80fa735be4d7715b8c87dc5@363fsentry.io/36453",
            negative: "SENTRY_DSN=https://public@o0.ingest.sentry.io/0",
            evasion: "state=eyJub3RlIjoiU0VOVFJZX0RTTj1odHRwczovLzBkYzExMjc2ZGNiYWM3ODU0NDJiYzgxMjE2ZDNhZjI1OmYxY2U0Yjk5YWRiYmViYWJiYjZmZGFhZmFhZGI"
                + "3YTJhQHY5MmlsaTI3bHR3NzlzZW50cnkuaW8vOTc0MSJ9"),
        CatalogueRule.Of(
            "sentry_auth_token", "Sentry auth token of the older form", Severity.High, "https://docs.sentry.io/cli/configuration/",
            "<name:sentry+token><hex:64>",
            positive: "const sentryToken = '" + "9bd1d0a01252481d81ae974310907f036eb3a3e56c8e63312d5bc69cb0cf4804';",
            negative: "\"sentry_token\": \"99710b764c9286326ac0a63f5a" + "cf6aa377209c7d5d243e0cdead7dc928a952a20a1b\"",
            evasion: "const sentryToken = 'd66c6060ebac3a6efdd9dc28c282687\u00ad7e97cbf09c4281867d33bdc4836f3b440';"),
        CatalogueRule.Of(
            "grafana_service_account_token", "Grafana service account token", Severity.Critical, "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
            "glsa_<alnum:32>_<hex:8>",
            positive: "grafana_service_account_token: glsa_" + "7uBEWetbqz04NX0Ex30Cwvd0ITA1Xx4w_e94cdbdd",
            negative: "tokens begin with glsa_ and are issued once",
            evasion: "grafana_service_account_token: glsa_ATCN7g83cSxzSgts\\x75gCc8gUFg9l\\x4d3A3M_44c0210b",
            validator: GrafanaTokenValidator.RuleName),
        CatalogueRule.Of(
            "grafana_cloud_token", "Grafana Cloud access policy token", Severity.Critical, "https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/",
            "glc_eyJ<base64:60+>",
            positive: "client = Client('glc_eyJ" + "bWg9JWYpZ0yQD+mhaLg2yu34w4VCBtreMOs8nzQvtdkZjtHZfr2CxGWo9qrkikhPOpRs')",
            negative: "xglc_eyJifRj22aprz/4uwrGB+nMPviBfOpKOr" + "krxRz9CLSQbgT7X4dgOa1BGSzuP4ofDnCWhNzp",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nclient =3D Client('glc_eyJLTYFqShvebKqCUaw/wV4pxtK+AW=\n=75i7aA66Bi5GlmU/xzgrZ"
                + "R6VZWzY7A9xaTE')"),
        CatalogueRule.Of(
            "grafana_api_key", "Grafana API key of the older form", Severity.High, "https://grafana.com/docs/grafana/latest/administration/service-accounts/migrate-api-keys/",
            "eyJrIjoi<base64:60+>",
            positive: "GRAFANA_API_KEY=eyJrIjoi" + "L8/9/d528MbciAKl1RMCQkVbMEhpdfmKGK3/0C3WLVqChwe7VHs6Y3j2eJd0w4sta3Q",
            negative: "xeyJrIjoiMYgnArgEA6XdPObF9mD2Y9qvbcm" + "Rij2LTbdvZFFtTsgVqTqygTPE5pmI3SMFeXz",
            evasion: "GRAFANA_API_KEY=eyJrIjoi5+EXbnWgTgiMob3rdCcX8\u041d8jJrsuntsvatVrgf/Qz0grSPS5Mv+MWK57WmCK+9JPX"),
        CatalogueRule.Of(
            "honeycomb_api_key", "Honeycomb ingest or management key", Severity.High, "https://docs.honeycomb.io/configure/environments/manage-api-keys/",
            "hc<[a-z]:1><ic|ik|lc|lk|mk>_<loweralnum:58>",
            positive: "\"honeycombApiKey\": \"hc" + "klc_jrteh6syw4oyqg2bpax3x7q15ujaqucabzlmattebuux4r0zeqhq8lu7c6\"",
            negative: "hc<your token>",
            evasion: "payload: ImhvbmV5Y29tYkFwaUtleSI6ICJoY3Rsa19zZG9xbG5saTd1MzVtMzFuNG13eWFzcjBubGx6bzBmaW00enBmbWY0bWU1amN4M2JiNXd6ZXdnN2d5Ig=="),
        CatalogueRule.Of(
            "honeycomb_configuration_key", "Honeycomb configuration key", Severity.High, "https://docs.honeycomb.io/get-started/best-practices/api-keys/",
            "<name:honeycomb+key><alnum:22>",
            positive: "honeycomb_key = '" + "8cxNWFQy21QGss5yxZz5LE'",
            negative: "\"honeycomb_key\": \"gaC2" + "o8mNNHqMkmoDiB9RYo0a1b\"",
            evasion: "honeycomb_key = 'FHvSRJni43\u200bIunpDVVBsXOb'") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "logzio_token", "Logz.io shipping token", Severity.High, "https://docs.logz.io/docs/user-guide/admin/authentication-tokens/log-shipping-tokens/",
            "<name:logz io+token><letter:32>",
            positive: "const logzIoToken = '" + "TpYFKMpjbWIBPQYrMiiJXrNDwWkMqnDN';",
            negative: "logz_io_token = os.environ[\"LOGZ_IO_TOKEN\"]",
            evasion: "const%20logzIoToken%20=%20%27QFfEYqnZkCsvZLd%55PxCfSZ%55XlSQfmHiu%27%3B") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "sumologic_access_key", "Sumo Logic access key", Severity.Critical, "https://help.sumologic.com/docs/manage/security/access-keys/",
            "<name:sumo+key><alnum:64>",
            positive: "sumo-key: " + "zzkg8swrwH2Q6MaibNjF8E9V7Wz0JprSqrFO1QU7GpQTRDR7hRuKQssXepHMIZTq",
            negative: "sumo_request_id = \"iWajCBs3DJBVz5WPP7kBP0J" + "UdfalwRy30rH6x80ZGuMUmEKcOZQ7mlwurggKPe7C\"",
            evasion: "sumo-key: \"0VRTprj3SMwEyVxXOBAoDIUXEOJmTu55\" + \"RkxrecnQPQXG1p0Lpwl5X8rP3A5F7CWv\"") with { EntropyFloor = 3.5, Keywords = ["sumo"] },
        CatalogueRule.Of(
            "sumologic_collector_url", "Sumo Logic collector address", Severity.High, "https://help.sumologic.com/docs/send-data/hosted-collectors/http-source/logs-metrics/",
            ".sumologic.com/receiver/v1/http/<[0-9A-Za-z_=-]:60+>",
            positive: "SUMOLOGIC_COLLECTOR_URL=https://api.sumologic.com/receiver/v1/http/"
                + "t8mbtf9W1oUZwW60ucRgxWkszBpGH3daQ61iu5OOt2riEku1HkWM2JOgH3FbkCnsM2",
            negative: ".sumologic.com/receive" + "r/v1/http/<your token>",
            evasion: "dump 53554d4f4c4f4749435f434f4c4c4543544f525f55524c3d68747470733a2f2f6170692e73756d6f6c6f6769632e636f6d2f72656365697665722f76"
                + "312f687474702f7633494f354e7a45437367335a34306b545479584a364461536f7866393d622d5341316d785a35374d306d664c32565744354d484750587"
                + "56a4162726441614251"),
        CatalogueRule.Of(
            "splunk_hec_token", "Splunk HTTP event collector token", Severity.High, "https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector",
            "<name:splunk|hec+token><uuid>",
            positive: "SPLUNK_TOKEN=" + "4c1224d7-f215-46a3-9566-70e92ab07a8b",
            negative: "SPLUNK_TOKEN=your" + "-splunk-token-here",
            evasion: "SPLUNK_TOKEN=ef61e04b-7eb4-486\\u0064-99c3-4c\\u006156f8b22b4") with { Keywords = ["splunk", "hec"] },
        CatalogueRule.Of(
            "splunk_hec_header", "Splunk HTTP event collector token in a header", Severity.High, "https://docs.splunk.com/Documentation/Splunk/latest/Data/FormateventsforHTTPEventCollector",
            "Splunk <uuid>",
            positive: "Authorization: Splunk " + "4859e155-1565-4f54-bb81-10fd5ca906f2",
            negative: "Splunk index 9e2d9452-2643-536" + "0-9159-08c529ba7c69 was rotated",
            evasion: "Authorization: Splunk e4afdc56-1d72-\uff140de-aeb3-d\uff127d97b17838"),
        CatalogueRule.Of(
            "elastic_api_key", "Elasticsearch API key", Severity.Critical, "https://www.elastic.co/docs/deploy-manage/api-keys/elasticsearch-api-keys",
            "<name:elastic|es+api key><base64:58>==",
            positive: "elastic_api_key = '" + "g12ZSKFppFlg+B/yXjns+cjHu71FvB1ycZCwPZrRxL+IYD8ZcP4h/g2nOB=='",
            negative: "elastic_api_key = os.environ[\"ELASTIC_API_KEY\"]",
            evasion: "elastic_api_key = 'mmYIGYB+ULS+0FbB96EjmjNia43r&#x55;FnFdfcI+r4X/x6h&#76;QJJewtuTITicJ=='") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "elastic_api_key_header", "Elasticsearch API key in a header", Severity.Critical, "https://www.elastic.co/docs/api/doc/elasticsearch/authentication",
            "ApiKey <base64:58>==",
            positive: "Authorization: ApiKey " + "r4QFMcJ2LxzKXQWU2wRiFVmZ+ixL9l45Wcf1rsLKnVhOk5++2jHpZdpTDc==",
            negative: "Authorization: ApiKey <base64 of id:api_key>",
            evasion: "state=eyJub3RlIjoiQXV0aG9yaXphdGlvbjogQXBpS2V5IGRpM1AvQ2ZMRUEwRi9Zcm01SUgyMzY1eHhPVkNQK2JFSEZZVEI4SDA4eHNLTzNRWGZNSno2TDFwa2w"
                + "9PSJ9"),
        CatalogueRule.Of(
            "elastic_cloud_api_key", "Elastic Cloud API key", Severity.Critical, "https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys",
            "essu_<base64:60+>",
            positive: "elastic_cloud_api_key: essu_" + "LV88AAF94Oryq7OPZtZsGlDXCUK0O+xhkIyoGIZRYE/l8lLI727b8zJIvvCYIRz",
            negative: "tokens begin with essu_ and are issued once",
            evasion: "elastic_cloud_api_key: essu_AM9tqbB7Pi/ZZVf9GrlS8lkvBdld\u00adoQ2wc/gVKhWGNFpE9blGKG1PAbe2TXPjhzs"),
        CatalogueRule.Of(
            "dynatrace_api_token", "Dynatrace API, platform or OAuth token", Severity.Critical, "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens",
            "dt0<[a-z]:1><01|02|08|16>.<base32:8-24>.<base32:64>",
            positive: "client = Client('dt0" + "d01.4FZJ3PBGLLZOMQVHQ.LP7AGV3LV7DQTKLUZ4SR3TEYVVD3G4JC3ASXUF5WM7WFWOPCVAFKDGYRMZLDUWTX')",
            negative: "dt0m02.WIXNF36JP3KZWXRFRM4X.IBQINCJADUKULOL7Y4" + "RXNSRWEKTIJGUTMGUFH5O5LGK2JSLJCQWUAQ5X5XV3X***",
            evasion: "client = Client('dt0f01.ZSRK7JCBZKB.3QBGZKEHUV66JPALGTCD4\\x515FNPNXZUHO2D2AIAROE\\x45CODVS4C4SX57KMYHD27SZ3')"),
        CatalogueRule.Of(
            "appdynamics_client_secret", "AppDynamics API client secret", Severity.High, "https://docs.appdynamics.com/appd/24.x/latest/en/extend-splunk-appdynamics/api-clients",
            "<name:appdynamics+secret|access key><uuid>",
            positive: "APPDYNAMICS_SECRET=" + "9bbdd247-970e-4fb5-8f84-daf93c2c307f",
            negative: "\"appdynamics_secret\": \"10ef1e5d-" + "94d6-4296-bb54-1b940781da2f0a1b\"",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nAPPDYNAMICS_SECRET=3D04984ed9-f161-4ee8=\n=2Dbc62-3f804baa5e8e"),
        CatalogueRule.Of(
            "rollbar_access_token", "Rollbar access token", Severity.High, "https://docs.rollbar.com/docs/access-tokens",
            "<name:rollbar+token><hex:32>",
            positive: "\"rollbarToken\": \"" + "409dbaa2a92c1d3e603adb33e5340be7\"",
            negative: "rollbar_token = os.environ[\"ROLLBAR_TOKEN\"]",
            evasion: "\"rollbarToken\": \"1258abcd96\u04358766c8d524833466ba733\""),
        CatalogueRule.Of(
            "bugsnag_api_key", "Bugsnag notifier API key", Severity.Warning, "https://docs.bugsnag.com/api/error-reporting/",
            "<name:bugsnag+key><hex:32>",
            positive: "bugsnag_key = '" + "e1c2e10b074cf52ab7dde579494bee84'",
            negative: "bugsnag_request_id = \"18fa2" + "e48e5b6b7652b98ff7d6c1caed4\"",
            evasion: "payload: YnVnc25hZ19rZXkgPSAnYWM0MzdmNWUyMmFiMzUyZjA4ZjRiODNlZDY4ODI1ZWMn"),
        CatalogueRule.Of(
            "bugsnag_auth_token", "Bugsnag personal auth token", Severity.High, "https://docs.bugsnag.com/api/data-access/",
            "<name:bugsnag+token><uuid>",
            positive: "const bugsnagToken = '" + "2e3862e9-52d9-49dd-8758-016a6cf933b4';",
            negative: "bugsnag_request_id = \"00a3d51" + "3-9cfc-4bff-8862-a0199f64a395\"",
            evasion: "const bugsnagToken = 'c41cef64-bfea-423\u200bb-80ce-27a4db3818cb';"),
        CatalogueRule.Of(
            "airbrake_api_key", "Airbrake project API key", Severity.High, "https://docs.airbrake.io/docs/devops-tools/api/",
            "<name:airbrake+key><hex:32>",
            positive: "airbrake-key: " + "c56994d67b5d00ebe43f5d83a464bd32",
            negative: "AIRBRAKE_KEY=your" + "-airbrake-key-here",
            evasion: "airbrake-key:%2058fabf5dcc199c4%625aaf2d%30d416ce4ab"),
        CatalogueRule.Of(
            "raygun_api_key", "Raygun API key", Severity.Warning, "https://raygun.com/documentation/product-guides/crash-reporting/",
            "<name:raygun+key><base64:22>==",
            positive: "export RAYGUN_KEY=\"" + "eRmgm5Y5eRzCHhmtSubcCR==\"",
            negative: "raygun_key = os.environ[\"RAYGUN_KEY\"]",
            evasion: "export RAYGUN_KEY=\"x+Ef3oPjMi+u\" + \"mANM3zLZ64==\"") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "instana_agent_key", "Instana agent key or API token", Severity.High, "https://www.ibm.com/docs/en/instana-observability?topic=agents-agent-keys",
            "<name:instana+key|token><base64url:22>",
            positive: "INSTANA_KEY=" + "5GIjTigOAMUcBUuhFFLSJB",
            negative: "instana_key = os.environ[\"INSTANA_KEY\"]",
            evasion: "dump 494e5354414e415f4b45593d7851534579477167314c655951586b305967442d5a51") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "axiom_token", "Axiom API or personal token", Severity.High, "https://axiom.co/docs/reference/tokens",
            "<xaat|xapt>-<uuid>",
            positive: "\"axiomToken\": \"xapt-" + "64db13e6-a6cf-43dd-843c-edcfeebfcde1\"",
            negative: "xaat-<your token>",
            evasion: "\"axiomToken\": \"xaat-c6f2e9ca-5858-4\\u0036b9-85d5-6\\u0030fb28306a6e\""),
        CatalogueRule.Of(
            "coralogix_api_key", "Coralogix API key", Severity.High, "https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/",
            "cxt<p|h|s>_<alnum:30>",
            positive: "Authorization: Bearer cxth_" + "07jpzQybRnP1WsFTZqkSWSYfJ8FkXk",
            negative: "Authorization: Bearer cx" + "th_FhfB3rGTEefZk4CM77...",
            evasion: "Authorization: Bearer cxtp_nVxI94pknR0\uff2ae7HMT0V\uff37uQIGUQOjfu"),
        CatalogueRule.Of(
            "coralogix_private_key", "Coralogix private key", Severity.High, "https://coralogix.com/docs/user-guides/account-management/api-keys/send-your-data-api-key/",
            "<name:coralogix+key><uuid>",
            positive: "const coralogixKey = '" + "27084b06-2069-45f5-9cfd-931bc36bd469';",
            negative: "CORALOGIX_KEY=your" + "-coralogix-key-here",
            evasion: "const coralogixKey = '0c3baf9c-931e-4e0&#56;-b588-1b&#x33;8a88e3a95';"),
        CatalogueRule.Of(
            "mezmo_ingestion_key", "Mezmo (LogDNA) ingestion or service key", Severity.High, "https://docs.mezmo.com/docs/ingestion-key",
            "<name:logdna|mezmo+key><hex:32>",
            positive: "logdna-key: " + "193562a7f01cf55bc0f8cde3901b2547",
            negative: "\"logdna_key\": \"6a85c608049" + "1df5ad7ded7b977c73be70a1b\"",
            evasion: "state=eyJub3RlIjoibG9nZG5hLWtleTogMjhlMjgxNDI5ODYzMDEwZmU2NmI0OGQ5YjJkN2I1MDIifQ") with { Keywords = ["logdna", "mezmo"] },
        CatalogueRule.Of(
            "loggly_token", "Loggly customer token", Severity.High, "https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm",
            "<name:loggly+token><uuid>",
            positive: "export LOGGLY_TOKEN=\"" + "f845b785-ec5c-45e3-8a43-40ef790fe79f\"",
            negative: "loggly_token = os.environ[\"LOGGLY_TOKEN\"]",
            evasion: "export LOGGLY_TOKEN=\"d85a5d7d-19be-406\u00adc-b0e5-fe7bfdbdca5c\""),
        CatalogueRule.Of(
            "loggly_input_url", "Loggly input address with its token", Severity.High, "https://documentation.solarwinds.com/en/success_center/loggly/content/admin/http-endpoint.htm",
            ".loggly.com/<inputs|bulk>/<uuid>",
            positive: "fetch('https://api.loggly.com/bulk/" + "1e75ffdf-8498-40d7-be52-beb81c1651da')",
            negative: ".loggly.com/bulk/4cd36ea2-" + "d2ab-405f-9d62-307ce6747***",
            evasion: "fetch('https://api.loggly.com/inputs/459959\\x39d-ecce-4a66-b9\\x30d-5c47d3408d4f')"),
        CatalogueRule.Of(
            "papertrail_api_token", "Papertrail API token", Severity.High, "https://www.papertrail.com/help/http-api/",
            "<name:papertrail+token><alnum:20>",
            positive: "\"papertrailToken\": \"" + "pvlGcuAQNlk6SowrIBC2\"",
            negative: "papertrail_request_id =" + " \"ap0BpVcQ5BdsovqoSsTm\"",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\n\"papertrailToken\": \"AZ1jXJvPO6=\n=76nst4EAuDI\"") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "zabbix_api_token", "Zabbix API token", Severity.High, "https://www.zabbix.com/documentation/current/en/manual/web_interface/frontend_sections/users/api_tokens",
            "<name:zabbix+token><hex:64>",
            positive: "zabbix_token = '" + "e04adf3d7c259b89ed5a6b07207606f5be3b8dd55a75290ab0041a5539895e41'",
            negative: "ZABBIX_TOKEN=your" + "-zabbix-token-here",
            evasion: "zabbix_token = '09a2f1ad62f49efb20e34\u044199d4b7e416132edff7d47d7a2d49056522077143c5'"),
    ];
}
