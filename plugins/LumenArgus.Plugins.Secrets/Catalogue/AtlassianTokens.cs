using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens of Bitbucket, Jira, Confluence and the other products of Atlassian.</summary>
internal static class AtlassianTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "atlassian_api_token",
            "Atlassian account API token",
            Severity.Critical,
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
            "ATATT3xFfGF0<base64url:150-200>=<upperhex:8>",
            "curl -u me@acme.io:ATATT3xFfGF0"
                + "Or6jLPj3rKVM4w94RrePU_ACeM68coN1wenmVfC82qyy-CNYB1UNMcs5cmTolR-a9pS9pIJrhg52i-NZ47j-1BJjnUOOa9jrbImX2r7FFTQW7P24rggxhv"
                + "ZIxBwYBnXwg12sXeBNBDhJLuDn_7JoTHFgU73V=6E02A24E https://acme.atlassian.net",
            "ATATT3xFfGF0QWbVzgkgqBQTQf_ATq3JUHww9iZbC3_SA4nElvpE",
            "curl -u me@acme.io:\\x41\\x54\\x41\\x54\\x54\\x33xFfGF0ib1GP5OMLLptNpLFcuf-Ys0P6fDEY8GneBee1_H9pCbU5TdXCjMQxf5QBLP2ov3FExKFm"
                + "VAYH8WNL2Ehkm15NcWXG8WfK0FDQhSbCuWg2gGgJxa4jnswdyO-3pvr9LDvwy5ubOqWif5shw3DdiUx0-5S6GxgXVM4qq=F7140D45 https://acme.at"
                + "lassian.net"),
        CatalogueRule.Of(
            "bitbucket_access_token",
            "Bitbucket repository, project or workspace access token",
            Severity.Critical,
            "https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/",
            "ATCTT3xFfGN0<base64url:150-200>=<upperhex:8>",
            "x-token-auth:ATCTT3xFfGN0"
                + "l0qUxX1X-YK9sPB04HHapamNtF16-9zL1S3H9ZOdymLz5Tn42FEerRi9v95Y4jbZbdpTXtgijeiSrFbkAjGkvk_XC9US-_gS6IifIVWO0ziiURBHExVjDx"
                + "A6iETCU3WAZhBWZCvmHRbfYKBRpZrvz6eaucNUMKbiq4Omtjsz1lYvge6kEQqlYDP=5EAF3072",
            "ATCTT3xFfGN0 and then kDdzrjL-zN79m5KPx8yPrhK-KDdXF-rsSz1hWBdEXROmkbOPdX_Hkg_deSJA1esH9cRk10-iZAz44bOKXmjKiFny7e-P1YvX"
                + "4S625pQ7BBf3tmI01FC3a1Z9Fnksv_70HKIYlMNNUK6CLBJ94KIBpC",
            "x-token-auth:ATCTT3xFfGN0rUGrPNyMB4efdrNc72FLT-PIjcmM1_gA3OhbpGb0BCTzXd_KLn28MeyXH6fBcg03vwYENxQJVmHaA\u00adxZYN5xMs3IEqsvc"
                + "xsZ_45EeNtn4vccMyZwhufrHSnGKVy1kq3GrY6mC0EHeOPHh0YR46AIxzY1FzjiUd=B40C960C"),
        CatalogueRule.Of(
            "bitbucket_app_password",
            "Bitbucket app password",
            Severity.Critical,
            "https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/",
            "ATBB<alnum:32>",
            "git clone with dev:ATBB" + "hmdxSte5sFUi9y75CxkDop8KPWTVNb0s",
            "ATBBcnpwJdpzMAgUcUnb8NuHrWpsyvHL8Of",
            "67697420636c6f6e652077697468206465763a415442427772493377306131377648566a68507a38566d4742514e52633649517a67717a") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "bitbucket_client_secret",
            "Bitbucket OAuth consumer secret",
            Severity.High,
            "https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/",
            "<name:bitbucket+secret><alnum:32>",
            "BITBUCKET_CLIENT_SECRET=" + "D524eQ4U2X815tmvQfLkZmox8k2YQi8q",
            "bitbucket_client_id = \"IUX7GkwTh9bbnsXs5a\"",
            "BITBUCKET_CLIENT_SECRET=&#x74;&#77;&#x48;&#57;7q87HsntKsmkj6yKGMI29UJGdVXc") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "atlassian_legacy_token",
            "Atlassian API token of the old form",
            Severity.Critical,
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
            "<name:jira token|jira api token|jira api key|confluence token|confluence api token|atlassian token|atlassian api token|atlassian api key><alnum:24>",
            "JIRA_API_TOKEN=" + "H9Z2v2tYIYKwvQ8sQ4QHOEGI",
            "jira_token_type = \"twvviqwwrlkmhzofgnbboooex\"",
            "JIRA_API_TOKEN=g\uff3akX58Q8LY1JMQsM45ctRzme") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "atlassian_data_center_pat",
            "Personal access token of a Jira, Confluence, Bitbucket or Bamboo server",
            Severity.Critical,
            "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
            "<name:jira|confluence|bitbucket|bamboo|atlassian+token|pat><[MNO]:1><base64:43>",
            "bamboo_token: " + "M58v1dg4lQkNdSvInOVtmaQozusaD8oMbFQs0Jh5FlCj",
            "confluence_token = \"A4gyi+TW7BhFnPzL4TGLmgKp4zfiJY32hFmnLi141BF9\"",
            "bamboo_token: Nd=6CZMLu=53qdaY=46hgn2=6F7NYA=\nLX+8GaNrQdvDQ3lDj87wBH"),
    ];
}
