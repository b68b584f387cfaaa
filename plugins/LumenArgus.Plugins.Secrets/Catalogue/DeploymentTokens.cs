using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens of tools that roll out infrastructure.</summary>
internal static class DeploymentTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All(Options options) =>
    [
        CatalogueRule.Of(
            "pulumi_access_token",
            "Pulumi access token",
            Severity.Critical,
            "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
            "pul-<hex:40>",
            "PULUMI_ACCESS_TOKEN=pul-" + "a590b975dd388dd49c9389cfb04e7527d2be963b",
            "pul-217b934cab9a2e72f171878c9521ed609ca2fd3",
            "UFVMVU1JX0FDQ0VTU19UT0tFTj1wdWwtNTIxMGJjNjI1ZTNjOGE5MGVjOTc0OTcyODUxNTFhYWY4OTc4ZjVkNA=="),
        new()
        {
            Name = "terraform_cloud_token",
            Detector = Rules.Detector,
            Title = "HCP Terraform or Terraform Enterprise token",
            Severity = Severity.High,
            Description = "HCP Terraform or Terraform Enterprise token.",
            Source = "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
            // The gap also spans the credentials block of the CLI: "app.terraform.io": { "token": "... ; TF_TOKEN_app_terraform_io names the host behind the word.
            Pattern = @"(?i)(?:(?:terraform|tfe)[a-z0-9_.""'\\:{ \t\r\n-]{0,40}?token|tf_token_[a-z0-9_-]{4,64})" + Shape.Assign + "([A-Za-z0-9._-]{14,})",
            Format = "terraform_token = <alnum:14>.atlasv1.<base64url:67>",
            SecretGroup = 1,
            EntropyFloor = options.VendorFloor,
            Validator = "random_token",
            Keywords = ["terraform", "tfe", "tf_token"],
            WindowBytes = 256,
            Tags = ["infrastructure", "terraform"],
            Positives =
            [
                $"terraform_token = \"{Sample.Of(14)}.atlasv1.{Sample.Of(67, seed: 2)}\"",
                $"\"app.terraform.io\": {{\n  \"token\": \"{Sample.Of(14, seed: 3)}.atlasv1.{Sample.Of(67, seed: 4)}\"",
                $"TFE_TOKEN={Sample.Of(14, seed: 5)}.atlasv1.{Sample.Of(67, seed: 6)}",
                $"tfe_token: '{Sample.Of(24, seed: 7)}'",
                $"TF_TOKEN_app_terraform_io={Sample.Of(14, seed: 8)}.atlasv1.{Sample.Of(67, seed: 9)}",
            ],
            Negatives =
            [
                "terraform_token = \"short\"",
                "terraform_token = \"aaaaaaaaaaaaaaaaaaaaaaaa\"",
                "terraform_token = var.terraform_cloud_token",
                "terraform_token = \"your-terraform-token-here\"",
            ],
            Evasions = ["VEZFX1RPS0VOPUlIWGUxb3VqaFFQQnBOLmF0bGFzdjEuVXN0S21oWGhxNnlGaTd1TzZNSGI1ODExUzJRVTVNWjlRbURaa1BrYWVXUnlzVVNwNTdZSXVEdD"
                + "ZKOGlFOFRIaTJtYw=="],
        },
        CatalogueRule.Of(
            "terraform_api_token",
            "HCP Terraform or Terraform Enterprise token",
            Severity.Critical,
            "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
            "<alnum:14>.atlasv1.<base64url:60-70>",
            "value: " + "Tq3ZpW8LxN5vRk.atlasv1.h2VbQ9sYcM7nJ4wXfT1pLrZ6kD3gHmB8vNqC5xWtR0yUeAoSiPjKlFdGhZxVbNmQw2E4",
            "Tq3ZpW8LxN5vRk.atlasv2.h2VbQ9sYcM7nJ4wXfT1pLrZ6kD3gHmB8vNqC5xWtR0yUeAoSiPjKlFdGhZxVbNmQw2E4",
            "Tq3ZpW8LxN5vRk.atlasv1.h2VbQ9sYcM7nJ4wXfT1\u200bpLrZ6kD3gHmB8vNqC5xWtR0yUeAoSiPjKlFdGhZxVbNmQw2E4"),
        CatalogueRule.Of(
            "terraform_bearer_token",
            "HCP Terraform or Terraform Enterprise token in a request",
            Severity.Critical,
            "https://developer.hashicorp.com/terraform/cloud-docs/api-docs",
            "Bearer <alnum:14>.atlasv1.<base64url:60-70>",
            "Authorization: Bearer " + "RngeDpDU4SIdBB.atlasv1.1O6EMAD3L3l9Ys6T-aMM3qpcq1aiQUljpQoRNG7dIGyCq7rHs-EFWI4xr6OAbcfZV0",
            "Bearer 7uGeH7FRu58Fpd.atlasv2.wyOVGZefUzGsaZ3Ad37MNdM5PtkDkPM7tN_svSuK-OXgvV3EyZkCfR7u9Y7gnrCMxcD",
            "Authorization: Bearer Zmo23DRFqLYqaM.atlasv1.5Y0z4lPgk5dJH8Pe6\u200bVahW_XVcG_D_2HGnvl_lkNj3hwojq2zDZyrqLyOZ5uZico2") with
        {
            Pattern = @"Bearer[ \t]+([0-9A-Za-z]{14}\.atlasv1\.[0-9A-Za-z_-]{60,70})(?:[^0-9A-Za-z_-]|$)",
            SecretGroup = 1,
            Keywords = [".atlasv1."],
            Negatives =
            [
                "Bearer 7uGeH7FRu58Fpd.atlasv2.wyOVGZefUzGsaZ3Ad37MNdM5PtkDkPM7tN_svSuK-OXgvV3EyZkCfR7u9Y7gnrCMxcD",
                "Bearer ZWXKgj1wRSAvHe.atlasv1.oXnJWFa9ZywooyLlg1z3",
                "Bearer $TFE_TOKEN.atlasv1.",
            ],
        },
        CatalogueRule.Of(
            "hcp_client_secret",
            "HashiCorp Cloud Platform service principal secret",
            Severity.Critical,
            "https://developer.hashicorp.com/hcp/docs/hcp/iam/service-principal",
            "<name:hcp client secret><base64url:64>",
            "HCP_CLIENT_SECRET=" + "M2Z9G0RIltY9ZNMhzTK4pB7KfBHd3avx6wOQTw0hcjez0ep4v7cib-zwhKA7vANV",
            "hcp_client_id = \"JfBV1Zjm8TVeLRXHd0PoESh50PwejRYS\"",
            "HCP_CLIENT_SECRET=%4BWl%755Y%2D7J%59Ee%74AG%6DxX%4DpU%53hD%51DM%2DBw%4Bgn%63oR%57wN%69%5FU%58k7%75MF%63db%48gy%66dL%41"
                + "tL%503l%64") with { EntropyFloor = 3.6 },
        CatalogueRule.Of(
            "hashicorp_acl_token",
            "Consul or Nomad ACL token",
            Severity.Critical,
            "https://developer.hashicorp.com/consul/docs/secure/acl/token",
            "<name:consul|nomad+token|secret id><uuid>",
            "CONSUL_HTTP_TOKEN=" + "213654d3-5525-4c31-924d-199b53e5bd6b",
            "consul_node = \"5f421440-d133-472d-acd7-cd0fc70ab578\"",
            "CONSUL_HTTP_TOKEN=\\u0064\\u0036\\u0033\\u0063\\u0033\\u0033d5-250a-465d-b3aa-1e070e94d869") with
        {
            Negatives =
            [
                "consul_node = \"5f421440-d133-472d-acd7-cd0fc70ab578\"",
                "CONSUL_HTTP_TOKEN=9c642e9f-78db-4c3d-979a-e5cbe142da0",
                "CONSUL_HTTP_TOKEN=9c642e9f78db4c3d979ae5cbe142da04",
            ],
        },
        CatalogueRule.Of(
            "boundary_token",
            "HashiCorp Boundary token",
            Severity.Critical,
            "https://developer.hashicorp.com/boundary/docs/domain-model",
            "at_<alnum:10>_s1<base58:40+>",
            "BOUNDARY_TOKEN=at_" + "88GgwBktR0_s1RPqcHbB8pJrd8vzAan9ZUFEv1B14rPJUNbX4ddFgRAPQSy",
            "at_scheduler_s1_of_the_second_shift_in_the_morning",
            "Qk9VTkRBUllfVE9LRU49YXRfZ2VleTdOS1VBZ19zMTg2UDZaaDd0NTE0cUtNZUwzR1BUQk0xWjlkN3NqYVlXd2lBWlRDS1E4VQ"),
        CatalogueRule.Of(
            "ansible_vault_text",
            "Text encrypted with Ansible Vault",
            Severity.Warning,
            "https://docs.ansible.com/ansible/latest/vault_guide/vault_encrypting_content.html",
            "$ANSIBLE_VAULT;1.<1|2>;AES256",
            "db_password: !vault |\n          $ANSIBLE_VAULT;1." + "1;AES256\n          6233",
            "$ANSIBLE_VAULT_PASSWORD_FILE",
            "db_password: !vault |\n          &#x24;&#65;&#x4e;&#83;IBLE_VAULT;1.2;AES256\n          6233") with
        {
            Negatives = ["$ANSIBLE_VAULT_PASSWORD_FILE", "ANSIBLE_VAULT;1.1;AES256"],
        },
        CatalogueRule.Of(
            "ansible_galaxy_token",
            "Ansible Galaxy or Automation Hub token",
            Severity.High,
            "https://docs.ansible.com/ansible/latest/galaxy/user_guide.html",
            "<name:galaxy+token|api key><hex:40>",
            "ANSIBLE_GALAXY_SERVER_HUB_TOKEN=" + "dda84ced8f77a7ad0c45f88ccd45684f2cccc771",
            "galaxy_commit = \"531daee87ed289183467fd3d52b2d5065362c046\"",
            "ANSIBLE_GALAXY_SERVER_HUB_TOKEN = \"deac062913884\" + \"81e58cbff75979c1eff28a13ffc\""),
        CatalogueRule.Of(
            "awx_oauth_token",
            "AWX or Automation Controller OAuth token",
            Severity.Critical,
            "https://docs.ansible.com/automation-controller/latest/html/userguide/applications_auth.html",
            "<name:tower oauth token|awx oauth token|automation controller oauth token|awx token><alnum:30>",
            "TOWER_OAUTH_TOKEN=" + "JK4wSL91qaNMk80bTLhWXyvqHmb6mv",
            "tower_oauth_token = \"AccessTokenOfTheServiceAccountHere\"",
            "TOWER_OAUTH_TOKEN=\\x37\\x42\\x79\\x43\\x59\\x6eeit2xBa6Q2oNN3DU9XeO4hxR") with { EntropyFloor = 3.7 },
        CatalogueRule.Of(
            "puppet_rbac_token",
            "Puppet Enterprise access token",
            Severity.Critical,
            "https://www.puppet.com/docs/pe/latest/rbac_token_auth_intro",
            "<name:puppet+rbac token|access token|auth token><base64url:43-44>",
            "PUPPET_ACCESS_TOKEN=" + "J_PFSvSEM-XT_ahp_UMe8yCeez5NOPwJD8HisVNhr66a",
            "puppet_token = \"ksktinnzxkus\"",
            "PUPPET_ACCESS_TOKEN=NaMc4chCic-mM4NMj76bFr\u00adr-A0-vDQ-oxBuS68-IPK8V") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "chef_habitat_token",
            "Chef Habitat Builder token",
            Severity.Critical,
            "https://docs.chef.io/habitat/builder_profile/",
            "_Qk9YLTEK<[0-9A-Za-z+/=]:60+>",
            "HAB_AUTH_TOKEN=_Qk9YLTEK" + "t/Gga6uDVmyMEOBKcagIV4UPehSn6jcLCpeazlOjMlLUJcSPM=7znaqyMAa6",
            "_Qk9YLTEKmPG0U51yPg",
            "4841425f415554485f544f4b454e3d5f516b39594c54454b726b45457161756455354e7567316636727362742b4d647264494358466e70702f3263"
                + "6c5875693847386330373d5179714938615a45354d36726c71454d5073555844"),
    ];
}
