using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Cloud providers other than the three largest.</summary>
internal static class CloudProviderKeys
{
    public static ImmutableArray<DetectionRule> All =>
    [
        CatalogueRule.Of(
            "ibm_cloud_api_key", "IBM Cloud API key", Severity.Critical,
            "https://cloud.ibm.com/docs/account?topic=account-userapikey",
            "<name:ibmcloud|ibm cloud|ibm api|bluemix|watson+key><base64url:44>",
            "IBMCLOUD_KEY=" + "AKC5nImTMVQDXNoNSvcpCUrfMAXH3-LdHDhhpIijf43l",
            "ibmcloud_request_id = \"" + "oM9b0mtW0q2mMysy4qxxFOg0NmBVT6H5omIzLeQPSZPS\"",
            "\"ibmCloudKey\": \"" + "c\u200bCDv5ORRNW3eF_dRBRALqJIJ\u200bkPT3D0xaJpnmWjy4\u200bJl13\"") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "softlayer_api_key", "IBM Cloud classic infrastructure (SoftLayer) API key", Severity.Critical,
            "https://sldn.softlayer.com/article/authenticating-softlayer-api/",
            "<name:softlayer+api key><hex:64>",
            "\"softlayerApiKey\": \"" + "a4125d3553f5213d4e462acf00189f99e4b1292d95ffd602b8a4ff6928f37f7c\"",
            "softlayer_checksum = \"" + "49830e24a4176c4ca86c2df24e0591e1233106d4f899d31fad8b6bf43da1fdf7\"",
            "softlayer_api_key: " + "%3407da067c78eff%30b7a30b%308376b6de231fbc864afdee29b2fe48636c95f22c44"),
        CatalogueRule.Of(
            "oracle_cloud_secret_key", "Oracle Cloud customer secret key", Severity.Critical,
            "https://docs.oracle.com/iaas/Content/Identity/Tasks/managingcredentials.htm",
            "<name:oci secret key|oci secret access key|oci customer secret key|oracle secret access key><base64:43>=",
            "oci_customer_secret_key: " + "0pR8e9T2A3UIzf1OYJ6LDttdtyACsZMGHbCa7X9z0H2=",
            "oci_customer_secret_key_trace = \"" + "ZXe6dFYTkOTUa1ygkgV+d0QtLeb4P+L8k2adfFzKhqp=\"",
            "const oracleSecretAccessKey = '" + "\\u00370xKlmc\\u0059wtglv0oe0hwNy5hw\\u0035RdO1cc9xihBUkRpwld=';"),
        CatalogueRule.Of(
            "alibaba_access_key_id", "Alibaba Cloud AccessKey identifier", Severity.Critical,
            "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
            "LTAI<alnum:12-26>",
            "ALIBABA_CLOUD_ACCESS_KEY_ID=LTAI" + "Lo8ywkIm6zqd5zMYwku8KtZ1RT",
            "LTAI<your access key id>",
            "LTA&" + "#x49;JSgHzrXTfy3yTE&#x32;mb&#x54;rnHXQT works for all of us"),
        CatalogueRule.Of(
            "alibaba_access_key_secret", "Alibaba Cloud AccessKey secret", Severity.Critical,
            "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
            "<name:alibaba|aliyun|alicloud|oss access key+secret><alnum:30>",
            "export ALIBABA_SECRET=\"" + "yTBwPjwjw0K5SSYlVxDlWmgcWYdvLM\"",
            "alibaba_build = \"" + "7e8SnnhyqD96XqwYYONeUHC6EpPl4q\"",
            "616c6979756e2d7365637265743a20526a3439454167615269556448486c335434346b744c4a4d57317470464e") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "alibaba_sts_token", "Alibaba Cloud temporary AccessKey identifier", Severity.High,
            "https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerole",
            "<name:access key id>STS.<alnum:20-32>",
            "access-key-id: STS." + "DllctyAsWqV49RCa4BeMuw5nrY",
            "accessKeyId = STS.AssumeRole(request)",
            "os.environ[\"ACCESS_KEY_ID\"] = \"S\u0422S." + "YHiL6h9nXXDDrdjjmAE6hR\u041dUc\""),
        CatalogueRule.Of(
            "tencent_secret_id", "Tencent Cloud SecretId", Severity.Critical,
            "https://www.tencentcloud.com/document/product/598/32675",
            "AKID<alnum:32>",
            "TENCENTCLOUD_SECRET_ID=AKID" + "51UTnes9rpHXHKBvTXkAuNeHRUbnr4Se",
            "key = \"akid" + "wFB5TipUdazjtNN7zftgA7FLJqP8eOyd\"",
            "\"AKID\" +" + " \"ZttKBcn52x3ypeQvW72H8DDLOgSU23DK\""),
        CatalogueRule.Of(
            "tencent_secret_key", "Tencent Cloud SecretKey", Severity.Critical,
            "https://www.tencentcloud.com/document/product/598/34228",
            "<name:tencent|tencentcloud|qcloud+secret key><alnum:32>",
            "TENCENTCLOUD_SECRET_KEY=" + "ZrxTmieFWrOGqAq6sAwiObZo0z5jgbBC",
            "tencentcloud_checksum = \"" + "p00aHEHrDPDPpO3XN8zxa3NnK1bekBbL\"",
            "\"qcloudSecretKey\": \"" + "\\x637Zy2aE65nMS4nEcIU\\x41qeSkukicWu\\x78u3\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "huawei_cloud_secret_key", "Huawei Cloud secret access key", Severity.Critical,
            "https://support.huaweicloud.com/intl/en-us/usermanual-ca/ca_01_0003.html",
            "<name:huawei|huaweicloud+secret key|sk><alnum:40>",
            "\"huaweiSecretKey\": \"" + "UU7LqBotFhC5tHd1CPpiupwEDZHx8VhuRyT1r14H\"",
            "huawei_trace = \"" + "Uf7SM2ZYValmolehUVwOvfyhY4OG4owqApX8nXbT\"",
            "payload=aHVhd2VpY2xvdWRfc2s6IFhyYnR4UGY0c0ZKd3hKdTJVRGRjYVpPMjB5S1hUdkUxdnVSam9jYzY") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "yandex_api_key", "Yandex Cloud API key", Severity.Critical,
            "https://yandex.cloud/en/docs/iam/concepts/authorization/api-key",
            "AQVN<base64url:35-38>",
            "\"token\": \"AQVN" + "ufAl4J6Pze7H76iIC2E8SPyY_pH9qII85LtC6\",",
            "value AQVN" + "dzGdJixh_EJ0XwrU_ZLpumWLkTwId2QNNCZ8r_m end",
            "the key AQVN" + "\u00adcB-OG\u00adFgXiB0Lif680ZBTEPavebD\u00ad-Xwp20e3r is shared with the team"),
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
            "=59" + "CMeaKk=43XFW=39KkdKSniHB=\nLWZ5URIMzIv7mxl7san works for all of us") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "yandex_oauth_token", "Yandex OAuth token", Severity.Critical,
            "https://yandex.cloud/en/docs/iam/concepts/authorization/oauth-token",
            "<y0|y1|y2|y3>_<base64url:55-199>",
            "key: y2_" + "YSX7QD9bZl-IUsYHu4Dysgz5pPTQ1U9kJqORMWNv2dF6Jx3BBTS0xL2",
            "y0_offset = y1_offset + y2_height",
            "dXNlIHkwX0ZTT254TEw5QkNxN3RyODJvUmdVNXU2bmRBRnlFS2VwTGxtVDR5ZXBub1Y3S0YwVmRtZlV5UGwgZm9yIHRoZSBzdGFn" + "aW5nIGpvYg=="),
        CatalogueRule.Of(
            "volcengine_access_key_id", "Volcengine access key identifier", Severity.Critical,
            "https://www.volcengine.com/docs/6291/65568",
            "AKLT<alnum:40-56>",
            "VOLC_ACCESSKEY=AKLT" + "1rrDmTGiyL0LXaF3WwI6FFYFwWTcHOQiQCfJPltn5",
            "value AKLT" + "5YyFD5hXhgzpMeJaN8Rk0RPeQJM5dawBrx4hc0GN91Wq3EaXMmry2AKrL end",
            "the key AKL\u200b" + "T3LY4d2CkKTEPrAB2lwQK9NL4quP3KuTJdzy\u200bjaSiXArNhHXb2Qn\u200bEpDjVj is shared with the team"),
        CatalogueRule.Of(
            "baidu_qianfan_api_key", "Baidu Qianfan API key", Severity.Critical,
            "https://cloud.baidu.com/doc/qianfan-api/s/ym9chdsy5",
            "bce-v3/ALTAK-<alnum:21>/<hex:40>",
            "QIANFAN_TOKEN=bce-v3/ALTAK-" + "27Ps8C00dvn1dAPTEhF4t/01f47540a6bb6d48df5016bb877433a7bdd2b43c",
            "Authorization: Bearer bce-v3/ALTAK-*********/614fb**********",
            "login with bce-v3%2FA%4C" + "TAK-9jLXhqxrRjxRcsK9ZdOaq%2Fc4d70cd0cdc078847ed27cb160%37c6b2f3%38b1d569 please"),
        CatalogueRule.Of(
            "scaleway_secret_key", "Scaleway API secret key", Severity.Critical,
            "https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/",
            "<name:scw secret key|scaleway secret key><uuid>",
            "\"scalewaySecretKey\": \"" + "d36557b8-3dfb-f238-941f-9bbb0f351bc8\"",
            "scaleway_secret_key_etag = \"" + "c5c26719-b23a-91a2-93aa-55b80ba230e4\"",
            "scw_secret_key: " + "\\u0062c6532\\u00348-2\\u006172-9fb2-768c-46af76927cda"),
        CatalogueRule.Of(
            "ovh_application_secret", "OVHcloud application secret or consumer key", Severity.Critical,
            "https://help.ovhcloud.com/csm/en-gb-api-getting-started-ovhcloud-api",
            "<name:ovh application secret|ovh app secret|ovh consumer key|ovhcloud application secret><alnum:32>",
            "ovh_application_secret: " + "FSSN2DMRtbIYunYr8lmYc99N1liPxES5",
            "ovh_application_secret_build = \"" + "ekL1FBAqRjN8vc0YErIOhM1iASv8Ejp6\"",
            "const ovhAppSecret = '" + "&#x44;uMr73DZ&#x34;GEJjU6ElpeBdcu2WyHdH&#x4b;In';") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "exoscale_api_secret", "Exoscale API secret", Severity.Critical,
            "https://community.exoscale.com/documentation/iam/quick-start/",
            "<name:exoscale+api secret|secret key|secret><base64url:43>",
            "const exoscaleSecret = '" + "zSHRRkhQXxQeqbr_MejPtyPi1mG1VL6bWTCOaa8EPNe';",
            "exoscale_revision = \"" + "GF0VU-bUxpbiIovOyaSVMruTuj9C_vqRzGQgoKn9NDC\"",
            "6578706f72742045584f5343414c455f4150495f5345435245543d226c784e4953754b776466447372646931784a53672d78"
                + "5f7231695041386244775851483357383938364c4b22") with
        {
            EntropyFloor = 4,
        },
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
            "ionos-key: "
                + "31e94aaf8654b034f1a6\u0441898c8b8d7c1.9mGZGHlPFePyzt3qEoNs6EWqXTUXCTCE02P\u041duhzTttQlhEwBlgvZiRBBr04BSF7StVy"
                + "3NxwctwY4k-s0pKddaj"),
        CatalogueRule.Of(
            "sakura_cloud_token_secret", "SAKURA Cloud access token secret", Severity.Critical,
            "https://manual.sakura.ad.jp/cloud/api/apikey.html",
            "<name:sakuracloud|sakura+token secret|secret><alnum:64>",
            "sakura-secret: " + "hMkbM2ebGUjimqgNbPW0peLEaLw1QHtpjAd7bAJqHvb6SqWjQaJICLfMdZKivRXM",
            "sakura_checksum = \"" + "ymQ2uSJCdsYvLLrXy3zIy2hTzjFeUWQJSCYkbVEVdbhnwO7KJjxo3FLKyqBMITG8\"",
            "\"SAKURACLOUD_TOKEN_SECRET=XxKUcUTJyIDTqgwhqqTWJLkHGtiCNMKH\" +" + " \"i9RdHtfxfU5LCu8OY3Brv3bpgC4y8lUP\"") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "backblaze_application_key", "Backblaze B2 application key", Severity.Critical,
            "https://www.backblaze.com/docs/cloud-storage-application-keys",
            "K00<digit:1><base64:27>",
            "B2_APPLICATION_KEY=K00" + "3dsU21rWAI0dP7uvF+fNGzGnbHom",
            "BACKBLAZE_APPLICATION_KEY=K00...",
            "use K\\x" + "3002wvaTwQcFSfC669\\x33YYElzv20H\\x34jW for the staging job") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "openstack_application_credential_secret", "OpenStack application credential secret", Severity.Critical,
            "https://docs.openstack.org/keystone/latest/user/application_credentials.html",
            "<name:application credential+secret><base64url:86>",
            "APPLICATION_CREDENTIAL_SECRET=" + "HUcxc5_wXVbAHu9gJFlJ48tQBLG24k1LtK9VubVMYd0j0c3V1Qyp7PRAzSUCJgBPS8JgcWPnC3kW56iQqIFlgl",
            "application_credential_etag = \""
                + "w44uglg8YU1lCvhngkPHy6EAqqNWD2JcLrXKADxIlbM6RdGdxHgORIuKO8JoaxeocKA-8djL8TjtxujqLJdE35\"",
            "payload=ImFwcGxpY2F0aW9uQ3JlZGVudGlhbFNlY3JldCI6ICJkRl81Q19aa3BNejBrTzY4ZWN4Z2o3QzNZcW44QjNsUXg4bGRq"
                + "LXBsYXVCMjFWQkRyeUVqRnVzalVWN0cxYnA3cVRqcUNDM2N5cTltYWd0YXpoMlhmZyI"),
        CatalogueRule.Of(
            "openstack_fernet_token", "Fernet token (OpenStack Keystone, Airflow)", Severity.High,
            "https://docs.openstack.org/keystone/latest/admin/fernet-token-faq.html",
            "gAAAAA<base64url:100+>",
            "X-Auth-Token: gAAAAA"
                + "GZHrYOBhuFLGneM57ILKqC5P6k-74tZyxuQcMa0YBCgY2iJffnnEPFwtLsOrqsFwBVIaQCO32Qlg1Vwfbj6_talZqJYy3luVhe_FzW_hJF2jPp",
            "key = \"GAAAAA" + "TlirxExvtHEm01ZWtlQXfLUhbCKnzrpBDxCrfeVBvT3JisvHO7LMJa9TQskIuGpRId_ohgrUgxHqRlt9IfPrbjYQIFo5VmY6DjeRw\"",
            "login with gAA\u00adAA"
                + "Aup0sPc5n3__hWLZgFfhOxXAdQXzXhMdhB0OTolt\u00ad5YF5jraxyArkFogmNet32FLJ-ygPGXFt9WTNBM\u00admT0l-63zXyLcthgEtT6LTmK please"),
    ];
}
