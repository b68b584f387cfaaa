using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Cloud providers other than the three largest.</summary>
internal static class CloudProviderKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "ibm_cloud_api_key", "IBM Cloud API key", Severity.Critical,
            "https://cloud.ibm.com/docs/account?topic=account-userapikey",
            "<name:ibmcloud|ibm cloud|ibm api|bluemix|watson+key><base64url:44>",
            "IBMCLOUD_KEY=" + "AKC5nImTMVQDXNoNSvcpCUrfMAXH3-LdHDhhpIijf43l",
            "ibmcloud_request_id = \"" + "oM9b0mtW0q2mMysy4qxxFOg0NmBVT6H5omIzLeQPSZPS\"",
            "\"ibmCloudKey\": \"" + "%63CDv5ORRNW3eF_dRBRALqJI%4AkPT3D0xaJpnmWjy%34Jl13\"") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "softlayer_api_key", "IBM Cloud classic infrastructure (SoftLayer) API key", Severity.Critical,
            "https://sldn.softlayer.com/article/authenticating-softlayer-api/",
            "<name:softlayer+api key><hex:64>",
            "\"softlayerApiKey\": \"" + "a4125d3553f5213d4e462acf00189f99e4b1292d95ffd602b8a4ff6928f37f7c\"",
            "softlayer_checksum = \"" + "49830e24a4176c4ca86c2df24e0591e1233106d4f899d31fad8b6bf43da1fdf7\"",
            "softlayer_api_key: " + "\\u003407da067c78eff\\u0030b7a30b\\u00308376b6de231fbc864afdee29b2fe48636c95f22c44"),
        CatalogueRule.Of(
            "oracle_cloud_secret_key", "Oracle Cloud customer secret key", Severity.Critical,
            "https://docs.oracle.com/iaas/Content/Identity/Tasks/managingcredentials.htm",
            "<name:oci secret key|oci secret access key|oci customer secret key|oracle secret access key><base64:43>=",
            "oci_customer_secret_key: " + "0pR8e9T2A3UIzf1OYJ6LDttdtyACsZMGHbCa7X9z0H2=",
            "oci_customer_secret_key_trace = \"" + "ZXe6dFYTkOTUa1ygkgV+d0QtLeb4P+L8k2adfFzKhqp=\"",
            "const oracleSecretAccessKey = '" + "&#x37;0xKlmc&#x59;wtglv0oe0hwNy5hw&#x35;RdO1cc9xihBUkRpwld=';"),
        CatalogueRule.Of(
            "alibaba_access_key_id", "Alibaba Cloud AccessKey identifier", Severity.Critical,
            "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
            "LTAI<alnum:12-26>",
            "ALIBABA_CLOUD_ACCESS_KEY_ID=LTAI" + "Lo8ywkIm6zqd5zMYwku8KtZ1RT",
            "LTAI<your access key id>",
            "4c5441494a5367487a725854667933795445326d6254726e4858515420776f726b7320666f7220616c6c206f66207573"),
        CatalogueRule.Of(
            "alibaba_access_key_secret", "Alibaba Cloud AccessKey secret", Severity.Critical,
            "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
            "<name:alibaba|aliyun|alicloud|oss access key+secret><alnum:30>",
            "export ALIBABA_SECRET=\"" + "yTBwPjwjw0K5SSYlVxDlWmgcWYdvLM\"",
            "alibaba_build = \"" + "7e8SnnhyqD96XqwYYONeUHC6EpPl4q\"",
            "aliyun-secret: " + "Rj49EAgaRiUd\u041d\u041dl3T44ktLJMW1tpFN") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "alibaba_sts_token", "Alibaba Cloud temporary AccessKey identifier", Severity.High,
            "https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerole",
            "<name:access key id>STS.<alnum:20-32>",
            "access-key-id: STS." + "DllctyAsWqV49RCa4BeMuw5nrY",
            "accessKeyId = STS.AssumeRole(request)",
            "b3MuZW52aXJvblsiQUNDRVNTX0tFWV9JRCJdID0gIlNUUy5ZSGlMNmg5blhYRERyZGpqbUFFNmhSSFVjIg=="),
        CatalogueRule.Of(
            "tencent_secret_id", "Tencent Cloud SecretId", Severity.Critical,
            "https://www.tencentcloud.com/document/product/598/32675",
            "AKID<alnum:32>",
            "TENCENTCLOUD_SECRET_ID=AKID" + "51UTnes9rpHXHKBvTXkAuNeHRUbnr4Se",
            "key = \"akid" + "wFB5TipUdazjtNN7zftgA7FLJqP8eOyd\"",
            "login with \\x41" + "KIDZttKBcn52x3ypeQvW72H8DD\\x4cOgSU23D\\x4b please"),
        CatalogueRule.Of(
            "tencent_secret_key", "Tencent Cloud SecretKey", Severity.Critical,
            "https://www.tencentcloud.com/document/product/598/34228",
            "<name:tencent|tencentcloud|qcloud+secret key><alnum:32>",
            "TENCENTCLOUD_SECRET_KEY=" + "ZrxTmieFWrOGqAq6sAwiObZo0z5jgbBC",
            "tencentcloud_checksum = \"" + "p00aHEHrDPDPpO3XN8zxa3NnK1bekBbL\"",
            "payload=InFjbG91ZFNlY3JldEtleSI6ICJjN1p5MmFFNjVuTVM0bkVjSVVBcWVTa3VraWNXdXh1MyI") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "huawei_cloud_secret_key", "Huawei Cloud secret access key", Severity.Critical,
            "https://support.huaweicloud.com/intl/en-us/usermanual-ca/ca_01_0003.html",
            "<name:huawei|huaweicloud+secret key|sk><alnum:40>",
            "\"huaweiSecretKey\": \"" + "UU7LqBotFhC5tHd1CPpiupwEDZHx8VhuRyT1r14H\"",
            "huawei_trace = \"" + "Uf7SM2ZYValmolehUVwOvfyhY4OG4owqApX8nXbT\"",
            "huaweicloud_sk: " + "X\u00adrbtxP\u00adf4sFJwxJu2UDdcaZO20yKXTvE1\u00advuRjocc6") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "yandex_api_key", "Yandex Cloud API key", Severity.Critical,
            "https://yandex.cloud/en/docs/iam/concepts/authorization/api-key",
            "AQVN<base64url:35-38>",
            "\"token\": \"AQVN" + "ufAl4J6Pze7H76iIC2E8SPyY_pH9qII85LtC6\",",
            "value AQVN" + "dzGdJixh_EJ0XwrU_ZLpumWLkTwId2QNNCZ8r_m end",
            "the key AQV\uff2e" + "cB-O\uff27FgXiB0Lif680ZBTEPaveb\uff24-Xwp20e3r is shared with the team"),
        CatalogueRule.Of(
            "yandex_iam_token", "Yandex Cloud IAM token or cookie", Severity.High,
            "https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token",
            "<t1|c1>.<base64url:40-400><|=|==>.<base64url:86><|=|==>",
            "Authorization: Bearer t1."
                + "R_sJ96HI160aZ2q67wGYf99bmmnouUtNe-mn5iS8.WpP9r_aFVChSjtVGfRA36Q5l7ccaQRmm3Yj0Xy1Lz2m0lSfa1g0rsJezX_7"
                + "ffDqZe0KoNDC9Re86hWHoMACkGX=",
            "SELECT t1.id, c1.name FROM t1 JOIN c1 ON t1.customer_identifier_of_the_order = c1.id",
            "login with c1\u200b"
                + ".ebNj2eski-06SJXot-dgLDwqhQEf0YEiMS__S\u200biMY.gQ-LAHUjK2wsa-id1PZFKxvz2IPqrBVEP77YJ3kBDL6WZi1mWpePQM1wR"
                + "h21KB\u200bhIsk5Zhv5Ee3Pptpy_C4KNuX= please"),
        CatalogueRule.Of(
            "yandex_static_access_key", "Yandex Cloud static access key secret", Severity.Critical,
            "https://yandex.cloud/en/docs/iam/concepts/authorization/access-key",
            "<YCM|YCN|YCO|YCP><base64url:37>",
            "client = Client(\"YCP" + "9ewpnVxYr5a9CviBhxxz8XWyZnphhy5OKRa-o\")",
            "id-xYCP" + "-OgEpROBVNvLbDRw0f-uWrJPSLBMruM24lATt",
            "WUNNZWFLa0NYRlc5S2tkS1NuaUhCTFdaNVVSSU16SXY3bXhsN3NhbiB3b3JrcyBmb3IgYWxsIG9mIHVz") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "yandex_oauth_token", "Yandex OAuth token", Severity.Critical,
            "https://yandex.cloud/en/docs/iam/concepts/authorization/oauth-token",
            "<y0|y1|y2|y3>_<base64url:55-199>",
            "key: y2_" + "YSX7QD9bZl-IUsYHu4Dysgz5pPTQ1U9kJqORMWNv2dF6Jx3BBTS0xL2",
            "y0_offset = y1_offset + y2_height",
            "use y\u200b0" + "_FSOnxLL9BCq7tr82oRgU5\u200bu6ndAFyEKepLlmT4y\u200bepnoV7KF0VdmfUyPl for the staging job"),
        CatalogueRule.Of(
            "volcengine_access_key_id", "Volcengine access key identifier", Severity.Critical,
            "https://www.volcengine.com/docs/6291/65568",
            "AKLT<alnum:40-56>",
            "VOLC_ACCESSKEY=AKLT" + "1rrDmTGiyL0LXaF3WwI6FFYFwWTcHOQiQCfJPltn5",
            "value AKLT" + "5YyFD5hXhgzpMeJaN8Rk0RPeQJM5dawBrx4hc0GN91Wq3EaXMmry2AKrL end",
            "the key AK%4" + "CT3LY4d2CkKTEPrAB2lwQK9NL4quP3KuTJdz%79jaSiXArNhHXb2Q%6EEpDjVj is shared with the team"),
        CatalogueRule.Of(
            "baidu_qianfan_api_key", "Baidu Qianfan API key", Severity.Critical,
            "https://cloud.baidu.com/doc/qianfan-api/s/ym9chdsy5",
            "bce-v3/ALTAK-<alnum:21>/<hex:40>",
            "QIANFAN_TOKEN=bce-v3/ALTAK-" + "27Ps8C00dvn1dAPTEhF4t/01f47540a6bb6d48df5016bb877433a7bdd2b43c",
            "Authorization: Bearer bce-v3/ALTAK-*********/614fb**********",
            "login with bce-v3/A\\u004" + "cTAK-9jLXhqxrRjxRcsK9ZdOaq/c4d70cd0cdc078847ed27cb160\\u0037c6b2f3\\u0038b1d569 please"),
        CatalogueRule.Of(
            "scaleway_secret_key", "Scaleway API secret key", Severity.Critical,
            "https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/",
            "<name:scw secret key|scaleway secret key><uuid>",
            "\"scalewaySecretKey\": \"" + "d36557b8-3dfb-f238-941f-9bbb0f351bc8\"",
            "scaleway_secret_key_etag = \"" + "c5c26719-b23a-91a2-93aa-55b80ba230e4\"",
            "scw_secret_key: " + "&#x62;c6532&#x34;8-2&#x61;72-9fb2-768c-46af76927cda"),
        CatalogueRule.Of(
            "ovh_application_secret", "OVHcloud application secret or consumer key", Severity.Critical,
            "https://help.ovhcloud.com/csm/en-gb-api-getting-started-ovhcloud-api",
            "<name:ovh application secret|ovh app secret|ovh consumer key|ovhcloud application secret><alnum:32>",
            "ovh_application_secret: " + "FSSN2DMRtbIYunYr8lmYc99N1liPxES5",
            "ovh_application_secret_build = \"" + "ekL1FBAqRjN8vc0YErIOhM1iASv8Ejp6\"",
            "636f6e7374206f7668417070536563726574203d202744754d723733445a3447454a6a5536456c7065426463753257794864" + "484b496e273b") with
        {
            EntropyFloor = 3.5,
        },
        CatalogueRule.Of(
            "exoscale_api_secret", "Exoscale API secret", Severity.Critical,
            "https://community.exoscale.com/documentation/iam/quick-start/",
            "<name:exoscale+api secret|secret key|secret><base64url:43>",
            "const exoscaleSecret = '" + "zSHRRkhQXxQeqbr_MejPtyPi1mG1VL6bWTCOaa8EPNe';",
            "exoscale_revision = \"" + "GF0VU-bUxpbiIovOyaSVMruTuj9C_vqRzGQgoKn9NDC\"",
            "export EXOSCALE_API_SECRET=\"" + "lxNISuKwdfDsrdi1xJSg-x_r1iP\u04108bDw\u0425QH3W8986LK\"") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "ionos_dns_api_key", "IONOS hosting and DNS API key", Severity.Critical,
            "https://developer.hosting.ionos.com/docs/getstarted",
            "<name:ionos+api key|key><hex:32>.<base64url:86>",
            "export IONOS_API_KEY=\""
                + "080c45882300172026586c0a6cfd08fc.oAF4Pd5LcsZp1quPOiesQ-EODF8V2jicKcUnkQY-R4rSgUvAeUI5VF3LzO2hp7C5l-a"
                + "guAtjqOgcADb3RNTY2m\"",
            "ionos_request_id = \""
                + "a0a5de74eaa9a0a9c2cc0e88fb758234.ldz0hHGvocTR4YCffcTKX1h2aQK7c8Eay42T3AbQWpqZtj4tGAWcOFCM_8Ghq2PdOen"
                + "Tli4HCdWhwA4Khe8KsL\"",
            "\"IONOS_API_KEY=31e94aaf8654b034f1a6c898c8b8d7c1.9mGZGHlPFePyzt3qEoNs6EWqXT\" + \""
                + "UXCTCE02PHuhzTttQlhEwBlgvZiRBBr04BSF7StVy3NxwctwY4k-s0pKddaj\""),
        CatalogueRule.Of(
            "sakura_cloud_token_secret", "SAKURA Cloud access token secret", Severity.Critical,
            "https://manual.sakura.ad.jp/cloud/api/apikey.html",
            "<name:sakuracloud|sakura+token secret|secret><alnum:64>",
            "sakura-secret: " + "hMkbM2ebGUjimqgNbPW0peLEaLw1QHtpjAd7bAJqHvb6SqWjQaJICLfMdZKivRXM",
            "sakura_checksum = \"" + "ymQ2uSJCdsYvLLrXy3zIy2hTzjFeUWQJSCYkbVEVdbhnwO7KJjxo3FLKyqBMITG8\"",
            "os.environ[\"SAKURACLOUD_TOKEN_SECRET\"] = \""
                + "\\x58xKUcUTJyIDTqgwhqqTWJLkHGtiCN\\x4d\\x4bHi9RdHtfxfU5LCu8OY3Brv3bpgC4y8lUP\"") with
        {
            EntropyFloor = 4,
        },
        CatalogueRule.Of(
            "backblaze_application_key", "Backblaze B2 application key", Severity.Critical,
            "https://www.backblaze.com/docs/cloud-storage-application-keys",
            "K00<digit:1><base64:27>",
            "B2_APPLICATION_KEY=K00" + "3dsU21rWAI0dP7uvF+fNGzGnbHom",
            "BACKBLAZE_APPLICATION_KEY=K00...",
            "payload=dXNlIEswMDJ3dmFUd1FjRlNmQzY2OTNZWUVsenYyMEg0alcgZm9yIHRoZSBzdGFnaW5nIGpvYg") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "openstack_application_credential_secret", "OpenStack application credential secret", Severity.Critical,
            "https://docs.openstack.org/keystone/latest/user/application_credentials.html",
            "<name:application credential+secret><base64url:86>",
            "APPLICATION_CREDENTIAL_SECRET=" + "HUcxc5_wXVbAHu9gJFlJ48tQBLG24k1LtK9VubVMYd0j0c3V1Qyp7PRAzSUCJgBPS8JgcWPnC3kW56iQqIFlgl",
            "application_credential_etag = \""
                + "w44uglg8YU1lCvhngkPHy6EAqqNWD2JcLrXKADxIlbM6RdGdxHgORIuKO8JoaxeocKA-8djL8TjtxujqLJdE35\"",
            "\"applicationCredentialSecret\": \""
                + "d\u00adF\u00ad_5C_ZkpMz0kO68ec\u00adxgj7C3Yqn8B3lQx8ldj-plauB21VBDryEjFusjUV7G1bp7qTjqCC3cyq9magtazh2Xfg\""),
        CatalogueRule.Of(
            "openstack_fernet_token", "Fernet token (OpenStack Keystone, Airflow)", Severity.High,
            "https://docs.openstack.org/keystone/latest/admin/fernet-token-faq.html",
            // Bare it says nothing: what OpenAI's models hand out as encrypted_content, to be sent back, begins like this too.
            "<name:token>gAAAAA<base64url:100+>",
            "X-Auth-Token: gAAAAA"
                + "GZHrYOBhuFLGneM57ILKqC5P6k-74tZyxuQcMa0YBCgY2iJffnnEPFwtLsOrqsFwBVIaQCO32Qlg1Vwfbj6_talZqJYy3luVhe_FzW_hJF2jPp",
            "{\"type\":\"reasoning\",\"encrypted_content\":\"gAAAAA" + "TlirxExvtHEm01ZWtlQXfLUhbCKnzrpBDxCrfeVBvT3JisvHO7LMJa9TQskIuGpRId_ohgrUgxHqRlt9IfPrbjYQIFo5VmY6DjeRw\"}",
            "token: gA\uff21AAA"
                + "up0sPc5n3__hWLZgFfhOxXAdQXzXhMdhB0OTol\uff545YF5jraxyArkFogmNet32FLJ-ygPGXFt9WTNB\uff2dmT0l-63zXyLcthgEtT6LTmK please"),
    ];
}
