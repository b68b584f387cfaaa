using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Connection strings, keys and tokens of databases and message brokers.</summary>
internal static class DatabaseKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
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
                "Server=db.example.com;Database=shop;User Id=sa;Password=iVA5P4q0VKNpef;Encrypt=True",
                "\"Data Source=ora;User ID=app;Pwd=wbAxGtaozQYO\"",
                "Driver={ODBC Driver 18};Server=tcp:x;Uid=etl; Pwd=ipCxXGGJtcqxtSNq;",
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
                "payload: U2VydmVy" + "PWRiLmV4YW1wbGUuY29tO1VzZXIgSWQ9c2E7UGFzc3dvcmQ9ckpsS2d0R1htb2pyMGk7",
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
                "jdbc:postgresql://db.example.com/shop?user=app&password=FmcQwVyQQNfb",
                "url: jdbc:sqlserver://sql.example.com:1433;databaseName=shop;user=sa;password=GSCUyXux1e1wD8;",
                "\"jdbc:mysql://db/shop?useSSL=true&user=app&password=J92EuO6AL78\"",
            ],
            Negatives =
            [
                "jdbc:postgresql://db.example.com/shop",
                "jdbc:mysql://db/shop?user=app&password=${DB_PASSWORD}",
                "jdbc:mysql://db/shop?user=app&password=",
            ],
            Evasions =
            [
                "payload: amRiYzpw" + "b3N0Z3Jlc3FsOi8vZGIvc2hvcD91c2VyPWFwcCZwYXNzd29yZD13YnlPUDJRclJkQ2M=",
            ],
        },
        new()
        {
            Name = "oracle_jdbc_credentials",
            Detector = Rules.Detector,
            Title = "Oracle JDBC address with user and password",
            Severity = Severity.Critical,
            Source = "https://docs.oracle.com/en/database/oracle/oracle-database/21/jjdbc/data-sources-and-URLs.html",
            Pattern = "(?i)jdbc:oracle:[a-z0-9]{3,5}:[^\\s/@\"'<>]{1,32}/([^\\s@\"'<>{}]{3,128})@",
            Format = "jdbc:oracle:thin:<lower:3-8>/<alnum:8-20>@db:1521:orcl",
            SecretGroup = 1,
            Validator = PlainPasswordValidator.RuleName,
            Keywords = ["jdbc:oracle:"],
            Positives =
            [
                "jdbc:oracle:thin:scott/GF3koX7DMI@//db.example.com:1521/XE",
                "\"jdbc:oracle:oci:app/Wp6QW12lYnxA@TNS\"",
                "url=jdbc:oracle:thin:hr/pcYdwrYF-@db:1521:orcl",
            ],
            Negatives =
            [
                "jdbc:oracle:thin:@//db.example.com:1521/XE",
                "jdbc:oracle:thin:scott/$PASS@db",
                "jdbc:oracle:thin:@db:1521:orcl",
            ],
            Evasions =
            [
                "jdbc:oracle:thin:scott&#47;MiGwzVeLEr1u&#64;db:1521:orcl",
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
                "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"app\" password=\"Pt831jLTM_Df5R" + "\";",
                "ScramLoginModule required username='app' password='KcOlxxEMnnEL';",
                "\"ScramLoginModule required username=\\\"a\\\" password=\\\"sXwvVgY0M3EwYg3d\\\";\"",
            ],
            Negatives =
            [
                "PlainLoginModule required username=\"app\" password=\"${KAFKA_PASSWORD}\";",
                "PlainLoginModule required;",
                "PlainLoginModule required username=\"app\" password=\"\";",
            ],
            Evasions =
            [
                "PlainLoginModule required username=&quot;app&quot; password=&quot;nM4lMu3gv8CJ1S&quot;;",
            ],
        },
        CatalogueRule.Of(
            "influxdb_token", "InfluxDB API token", Severity.Critical, "https://docs.influxdata.com/influxdb/v2/admin/tokens/",
            "<name:influx+token><base64url:86>==",
            positive: "const influxToken = '" + "560JE8LLng0B-nu4iTGMqow9b4TcWatjuSacZsDJxt_gdXNMBtuyz6624YSA-zraOIusppybByA8E3vJx8uTku==';",
            negative: "influx_request_id = \"o0QwblxrM6YsqNiwN65Wu_qIgg1JLCtI7m" + "oUcCv_hKtOhAvv3gIR9ojzmCepoFo_wXCBTMIi1POdyB3nRJklXp==\"",
            evasion: "const influxToken = 'TBja5ASLFdlang5R9LAVG8Sz2NmlCcmbp1cyrgUSSHR\u200bD9JkpMDq_giyNvJPbv1K1nI9WA6ME8EkQy0vtvNxNXF==';")
        with
        {
            EntropyFloor = 3.5,
        },
        CatalogueRule.Of(
            "influxdb3_token", "InfluxDB 3 token", Severity.Critical, "https://docs.influxdata.com/influxdb3/core/admin/tokens/",
            "apiv3_<base64url:86>",
            positive: "influxdb3_token: apiv3_" + "D_t_qKZ7y-SYKg7kP5ivejciAumkRgvYy5xpYzPVjy34x_ZK9WKIhffb2FV1CqU9hD9gvlL6OJS7M0MuV-M3PU",
            negative: "tokens begin with apiv3_ and are issued once",
            evasion: "influxdb3_token:%20apiv3_j4_fzzPiWgDrWp8eWLc81mNRtvoGTgIY5b4q0aM%76E45AGFfjRc9wAFBiETFIK%48sritSL07V0J5LpkHSZvtDlYJ"),
        CatalogueRule.Of(
            "mongodb_atlas_private_key", "MongoDB Atlas programmatic API private key", Severity.Critical, "https://www.mongodb.com/docs/atlas/configure-api-access/",
            "<name:mongodb|atlas+private key><uuid>",
            positive: "export MONGODB_PRIVATE_KEY=\"" + "eb9e4e1b-95c8-427a-a64a-e456234af6a9\"",
            negative: "MONGODB_PRIVATE_KEY=your" + "-mongodb-private-key-here",
            evasion: "export MONGODB_PRIVATE_KEY=\"9686ef28-9c6e-424a\" + \"-8ca4-69d7a69507ac\""),
        CatalogueRule.Of(
            "mongodb_atlas_service_secret", "MongoDB Atlas service account secret", Severity.Critical, "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/",
            "mdb_sa_sk_<base64url:40>",
            positive: "MONGODB_ATLAS_SERVICE_SECRET=mdb_sa_sk_" + "e5N6xokREHhGv1GXP8rhxZ2HMXTZLArw5QvIJKSD",
            negative: "xmdb_sa_sk_roZF3EGfNdCwSl" + "-df9xBBSfHXzhXe7R5DeQimN-1",
            evasion: "dump 4d4f4e474f44425f41544c41535f534552564943455f5345435245543d6d64625f73615f736b5f4e436631574a706552516b384b4142685757387470"
                + "63574345776a45566d374c49574d6c656e654b"),
        CatalogueRule.Of(
            "confluent_api_secret", "Confluent Cloud API secret", Severity.Critical, "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
            "<name:confluent|ccloud+secret><base64:64>",
            positive: "\"confluentSecret\": \"" + "zrvdumt4FrHKZj23sFun2D703mjYN9HTUn6hvOUprEojWdUn9xakyg14cSUCMVT7\"",
            negative: "confluent_secret = os.en" + "viron[\"CONFLUENT_SECRET\"]",
            evasion: "\"confluentSecret\": \"IGajXGKp36HIJG0DNUfGftKG1WnOA3q\\u0071v3TV0luaeynqye\\u0042fxh4ZWnAxN0AvYRmQ\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "confluent_prefixed_secret", "Confluent Cloud API secret of the newer form", Severity.Critical, "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/manage-api-keys.html",
            "cflt<base64:60>",
            positive: "Authorization: Bearer cflt" + "Yafzm+aNMdYZv4lmnvjw9M388Z+qN26OwAcTnQ+bOjgA8jtCPhYpF0rpFoH6",
            negative: "Authorization: Bearer cflt6JLcIlW" + "c9kQHPVs57DrxXPflEUTULBaOdW47PS...",
            evasion: "Authorization: Bearer cfltUUGAXqKrP4SldNkWyOj1/PxhI72\uff39fcNMrseinL/qRM\uff140qDfGf+LQZpb3K4oy") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "aiven_service_password", "Aiven service password", Severity.Critical, "https://aiven.io/docs/platform/howto/reset-service-password",
            "AVNS_<base64url:19>",
            positive: "const aivenServicePassword = 'AVNS_" + "j09Xrs1MuU--c4xOIqR';",
            negative: "const aivenServicePa" + "ssword = 'AVNS_xxxx';",
            evasion: "const aivenServicePassword = 'AVNS_d0KfcT&#100;tWBS&#90;igNmBwm';"),
        CatalogueRule.Of(
            "clickhouse_cloud_key", "ClickHouse Cloud API key secret", Severity.Critical, "https://clickhouse.com/docs/cloud/manage/openapi",
            "4b1d<alnum:38>",
            positive: "clickhouse_cloud_key: 4b1d" + "sJbeChfR74R7mBaMPHUMxZZz4geDdsPmhUbLV3",
            negative: "tokens begin with 4b1d and are issued once",
            evasion: "state=eyJub3RlIjoiY2xpY2tob3VzZV9jbG91ZF9rZXk6IDRiMWRpZEIwOTZuRWEzbllNYXVLYkxwMGV6SzU0eENvNGpBSnp4eVAyNSJ9") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "astra_token", "DataStax Astra DB application token", Severity.Critical, "https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html",
            "AstraCS:<letter:24>:<hex:64>",
            positive: "client = Client('AstraCS:" + "kWXTMydJGUtmuJiLDekgUOle:bfa2749e06d679ae8623bb8fa4f2ee65cada3f2f2b48becfd654726a503b6f12')",
            negative: "AstraCS:EwWypNyxeirNKqJboXARbmuW:ed7969b019c9caf" + "ce5b599042508fe9c57de1a469ca1568cd9904f82bbb98***",
            evasion: "client = Client('AstraCS:zjfGEeQsfOAuNXFkFspODcAf:97b84713f700576\u00ad2fbf3079c95022195df90111b847982a99f8c51e18f9358d7')"),
        CatalogueRule.Of(
            "convex_deploy_key", "Convex deploy key", Severity.Critical, "https://docs.convex.dev/cli/deploy-key-types",
            "<prod|dev|preview>:<lower:3-12>-<lower:3-12>-<digit:3>|<[0-9A-Za-z+/=]:40+>",
            positive: "CONVEX_DEPLOY_KEY=prod:" + "wjkyrvcwgt-mave-997|EhTIxA6zuxI8T8twrUsOJhI=CZgClPeobKtxXUUCkvW",
            negative: "xprod:glg-whcrusskowwu-843|l/x4Ku6s" + "lEWeAWIr3v0GSzidyVgtM5=m6jPnAM2lJrEx",
            evasion: "CONVEX_DEPLOY_KEY=preview:apu-xnvxb-546|Nj7oG+fu\\x6ewndAQ6dU=+8d4F\\x58yxG=NK+FmE4Zu/L3x"),
    ];
}
