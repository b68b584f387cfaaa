using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Connection strings, keys and tokens of databases and message brokers.</summary>
internal static class DatabaseKeys
{
    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "ado_net_connection_string",
            Detector = Rules.Detector,
            Title = "Connection string with a password (ADO.NET, ODBC)",
            Severity = Severity.Critical,
            Source = "https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/connection-string-syntax",
            // The pair before it tells a connection string from other lists.
            Pattern = "(?i)\\b(?:server|data source|initial catalog|database|host|port|uid|user id|user name|username|user)[ \\t]?=[ \\t]?[^;\"'<>\\n]{1,96};[ \\t]?(?:password|pwd)[ \\t]?=[ \\t]?([^;\"'<>{}\\s]{3,128})",
            Format = "Server=<lower:3-8>;User Id=<lower:2-8>;Password=<alnum:8-20>",
            SecretGroup = 1,
            Validator = PlainPasswordValidator.RuleName,
            Keywords = [";password", "; password", ";pwd", "; pwd"],
            Positives =
            [
                "Server=db.example.com;Database=shop;User Id=sa;Password=PNTOY8bGZrHH7E;Encrypt=True",
                "\"Data Source=ora;User ID=app;Pwd=UiO1XF2JOMho\"",
                "Driver={ODBC Driver 18};Server=tcp:x;Uid=etl; Pwd=rSEulzDD9NaEE4Rf;",
            ],
            Negatives =
            [
                "Server=db;Database=shop;User Id=sa;Password=;",
                "Server=db;User Id=sa;Password={your_password};",
                "Server=db;User Id=sa;Password=$(DbPassword);",
                "user=ann; theme=dark; password-hint=none",
                "Server=db;Integrated Security=true;",
            ],
            Evasions =
            [
                "Server=db.example.com;User Id=sa;Pass\\u0077ord=4ZN-9pg4V2_8tl;",
            ],
        },
        new()
        {
            Name = "jdbc_url_password",
            Detector = Rules.Detector,
            Title = "JDBC address with a password",
            Severity = Severity.Critical,
            Source = "https://docs.oracle.com/javase/tutorial/jdbc/basics/connecting.html",
            Pattern = "(?i)jdbc:[a-z0-9:+]{2,32}//[^\\s\"'<>]{1,256}?[?;&](?:password|pwd)=([^\\s\"'&;<>{}]{3,128})",
            Format = "jdbc:<postgresql|mysql|mariadb>://<lower:3-8>.example.com/<lower:3-8>?user=<lower:3-8>&password=<alnum:8-20>",
            SecretGroup = 1,
            Validator = PlainPasswordValidator.RuleName,
            Keywords = ["jdbc:"],
            Positives =
            [
                "jdbc:postgresql://db.example.com/shop?user=app&password=Du73tOOZPRTG",
                "url: jdbc:sqlserver://sql.example.com:1433;databaseName=shop;user=sa;password=kU1sRWcn3nkzgf;",
                "\"jdbc:mysql://db/shop?useSSL=true&user=app&password=jrk2w8SgalO\"",
            ],
            Negatives =
            [
                "jdbc:postgresql://db.example.com/shop",
                "jdbc:mysql://db/shop?user=app&password=${DB_PASSWORD}",
                "jdbc:mysql://db/shop?user=app&password=",
            ],
            Evasions =
            [
                "payload: amRiYzpw" + "b3N0Z3Jlc3FsOi8vZGIvc2hvcD91c2VyPWFwcCZwYXNzd29yZD13MkN2YjJKdkhSQlg=",
            ],
        },
        new()
        {
            Name = "oracle_jdbc_credentials",
            Detector = Rules.Detector,
            Title = "Oracle JDBC address with user and password",
            Severity = Severity.Critical,
            Source = "https://docs.oracle.com/en/database/oracle/oracle-database/21/jjdbc/data-sources-and-URLs.html",
            Pattern = "(?i)jdbc:oracle:(?:thin|oci8?):[^\\s/@\"'<>]{1,64}/([^\\s@\"'<>{}]{3,128})@",
            Format = "jdbc:oracle:thin:<lower:3-8>/<alnum:8-20>@db:1521:orcl",
            SecretGroup = 1,
            Validator = PlainPasswordValidator.RuleName,
            Keywords = ["jdbc:oracle:"],
            Positives =
            [
                "jdbc:oracle:thin:scott/MIdkqOCNlO@//db.example.com:1521/XE",
                "\"jdbc:oracle:oci:app/hGlD39SiVA5P@TNS\"",
                "url=jdbc:oracle:thin:hr/4q0VKNpef@db:1521:orcl",
            ],
            Negatives =
            [
                "jdbc:oracle:thin:@//db.example.com:1521/XE",
                "jdbc:oracle:thin:scott/$PASS@db",
                "jdbc:oracle:thin:@db:1521:orcl",
            ],
            Evasions =
            [
                "jdbc:oracle:thin:scott&#47;wbAxGtaozQYO&#64;db:1521:orcl",
            ],
        },
        new()
        {
            Name = "kafka_jaas_password",
            Detector = Rules.Detector,
            Title = "Kafka SASL login with a password",
            Severity = Severity.Critical,
            Source = "https://kafka.apache.org/documentation/#security_jaas_client",
            Pattern = "LoginModule[ \\t]{1,4}(?:required|requisite|sufficient|optional)[^;]{0,256}?password[ \\t]?=[ \\t]?\\\\?[\"']([^\"'\\\\\\s]{3,128})",
            Format = "PlainLoginModule required username=\"<lower:3-8>\" password=\"<alnum:8-20>\"",
            SecretGroup = 1,
            Validator = PlainPasswordValidator.RuleName,
            Keywords = ["LoginModule"],
            Positives =
            [
                "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"app\" password=\"ipCxXGGJtcqxtS" + "\";",
                "ScramLoginModule required username='app' password='NqrJlKgtGXmo';",
                "\"ScramLoginModule required username=\\\"a\\\" password=\\\"jr0iFmcQwVyQQNfb\\\";\"",
            ],
            Negatives =
            [
                "PlainLoginModule required username=\"app\" password=\"${KAFKA_PASSWORD}\";",
                "PlainLoginModule required;",
                "PlainLoginModule required username=\"app\" password=\"\";",
            ],
            Evasions =
            [
                "PlainLoginModule required username=&quot;app&quot; password=&quot;GSCUyXux1e1wD8&quot;;",
            ],
        },
        CatalogueRule.Of(
            "influxdb_token", "InfluxDB API token", Severity.Critical, "https://docs.influxdata.com/influxdb/v2/admin/tokens/",
            "<name:influxdb|influx+token><base64url:86>==",
            positive: "influxdb-token: " + "560JE8LLng0B-nu4iTGMqow9b4TcWatjuSacZsDJxt_gdXNMBtuyz6624YSA-zraOIusppybByA8E3vJx8uTku==",
            negative: "influxdb_request_id = \"o0QwblxrM6YsqNiwN65Wu_qIgg1JLCtI7" + "moUcCv_hKtOhAvv3gIR9ojzmCepoFo_wXCBTMIi1POdyB3nRJklXp==\"",
            evasion: "influxdb-token:%20TBja5ASLFdlang5R9LAVG8Sz2NmlCcmbp1cyrgUSSHR%449JkpMDq_giyNvJPbv1K1n%499WA6ME8EkQy0vtvNxNXF%3D%3D") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "influxdb3_token", "InfluxDB 3 token", Severity.Critical, "https://docs.influxdata.com/influxdb3/core/admin/tokens/",
            "apiv3_<base64url:86>",
            positive: "client = Client('apiv3_" + "D_t_qKZ7y-SYKg7kP5ivejciAumkRgvYy5xpYzPVjy34x_ZK9WKIhffb2FV1CqU9hD9gvlL6OJS7M0MuV-M3PU')",
            negative: "apiv3_R4WtFLpoc2XaPXdzvDqBHnmsIOwwQKAwTjchgQx2" + "hykvXKT_gnRlJL5Mcdi8KFm3_0b2jaY1238WKs3YiPj***",
            evasion: "client = Client('apiv3_j4_fzzPiWgDrWp8eWLc81mNRtvoGTgIY5b4q0aMv' + 'E45AGFfjRc9wAFBiETFIKHsritSL07V0J5LpkHSZvtDlYJ')"),
        CatalogueRule.Of(
            "mongodb_atlas_private_key", "MongoDB Atlas programmatic API private key", Severity.Critical, "https://www.mongodb.com/docs/atlas/configure-api-access/",
            "<name:mongodb|atlas+private key><uuid>",
            positive: "MONGODB_PRIVATE_KEY=" + "eb9e4e1b-95c8-427a-a64a-e456234af6a9",
            negative: "\"mongodb_private_key\": \"a9090b66" + "-8537-4424-a26b-bd6e103413c40a1b\"",
            evasion: "dump 4d4f4e474f44425f505249564154455f4b45593d39363836656632382d396336652d343234612d386361342d363964376136393530376163")
        with
        {
            Keywords = ["mongodb", "atlas"],
        },
        CatalogueRule.Of(
            "mongodb_atlas_service_secret", "MongoDB Atlas service account secret", Severity.Critical, "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/",
            "mdb_sa_sk_<base64url:40>",
            positive: "\"mongodbAtlasServiceSecret\": \"mdb_sa_sk_" + "e5N6xokREHhGv1GXP8rhxZ2HMXTZLArw5QvIJKSD\"",
            negative: "mdb_sa_sk_<your token>",
            evasion: "\"mongodbAtlasServiceSecret\": \"mdb_sa_sk_NCf1WJpeRQk8KA\\u0042hWW8tpcWCEw\\u006aEVm7LIWMleneK\""),
        CatalogueRule.Of(
            "confluent_api_secret", "Confluent Cloud API secret", Severity.Critical, "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
            "<name:confluent|ccloud+secret><base64:64>",
            positive: "confluent_secret = '" + "zrvdumt4FrHKZj23sFun2D703mjYN9HTUn6hvOUprEojWdUn9xakyg14cSUCMVT7'",
            negative: "confluent_request_id = \"01LIRer9/CyPuwu/z/qX" + "u5HtYJCMqbeM3E6FZaddjcrwiZtOyjbj8FoUM4Grm5Kv\"",
            evasion: "confluent_secret = 'IGajXGKp36HIJG0DNUfGftKG1WnOA3q\uff51v3TV0luaeynqye\uff22fxh4ZWnAxN0AvYRmQ'") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "confluent_prefixed_secret", "Confluent Cloud API secret of the newer form", Severity.Critical, "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/manage-api-keys.html",
            "cflt<base64:60>",
            positive: "const confluentPrefixedSecret = 'cflt" + "Yafzm+aNMdYZv4lmnvjw9M388Z+qN26OwAcTnQ+bOjgA8jtCPhYpF0rpFoH6';",
            negative: "const confluentPrefix" + "edSecret = 'cfltxxxx';",
            evasion: "const confluentPrefixedSecret = 'cfltUUGAXqKrP4SldNkWyOj1/PxhI72&#89;fcNMrseinL/qRM&#x34;0qDfGf+LQZpb3K4oy';") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "aiven_service_password", "Aiven service password", Severity.Critical, "https://aiven.io/docs/platform/howto/reset-service-password",
            "AVNS_<base64url:19>",
            positive: "aiven_service_password: AVNS_" + "j09Xrs1MuU--c4xOIqR",
            negative: "tokens begin with AVNS_ and are issued once",
            evasion: "state=eyJub3RlIjoiYWl2ZW5fc2VydmljZV9wYXNzd29yZDogQVZOU19kMEtmY1RkdFdCU1ppZ05tQndtIn0"),
        CatalogueRule.Of(
            "clickhouse_cloud_key", "ClickHouse Cloud API key secret", Severity.Critical, "https://clickhouse.com/docs/cloud/manage/openapi",
            "4b1d<alnum:38>",
            positive: "client = Client('4b1d" + "sJbeChfR74R7mBaMPHUMxZZz4geDdsPmhUbLV3')",
            negative: "4b1duDlinluvVsByE0AnC" + "tPbidP8dx2UusXQ536***",
            evasion: "client = Client('4b1didB096nEa3nYMauK\u00adbLp0ezK54xCo4jAJzxyP25')") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "astra_token", "DataStax Astra DB application token", Severity.Critical, "https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html",
            "AstraCS:<letter:24>:<hex:64>",
            positive: "ASTRA_TOKEN=AstraCS:" + "kWXTMydJGUtmuJiLDekgUOle:bfa2749e06d679ae8623bb8fa4f2ee65cada3f2f2b48becfd654726a503b6f12",
            negative: "xAstraCS:EwWypNyxeirNKqJboXARbmuW:ed7969b019c9caf" + "ce5b599042508fe9c57de1a469ca1568cd9904f82bbb9870b",
            evasion: "ASTRA_TOKEN=AstraCS:zjfGEeQsfOAuNXFkFspODcAf:97b84713f700576\\x32fbf3079c95022195df9011\\x31b847982a99f8c51e18f9358d7"),
        CatalogueRule.Of(
            "convex_deploy_key", "Convex deploy key", Severity.Critical, "https://docs.convex.dev/cli/deploy-key-types",
            "<prod|dev|preview>:<lower:3-12>-<lower:3-12>-<digit:3>|<[0-9A-Za-z+/=]:40+>",
            positive: "\"convexDeployKey\": \"prod:" + "wjkyrvcwgt-mave-997|EhTIxA6zuxI8T8twrUsOJhI=CZgClPeobKtxXUUCkvW\"",
            negative: "prod:<your token>",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\n\"convexDeployKey\": \"preview:apu-xnvxb-546|Nj7oG+fun=\n=77ndAQ6dU=3D+8d4FXyx"
                + "G=3DNK+FmE4Zu/L3x\""),
    ];
}
