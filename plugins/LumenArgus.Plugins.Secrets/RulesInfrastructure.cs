using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Keys of deployment services.</summary>
internal static class RulesInfrastructure
{
    public static ImmutableArray<DetectionRule> All(Options options) =>
    [
        new()
        {
            Name = "docker_hub_pat",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "Docker Hub access token of a person (dckr_pat) or an organisation (dckr_oat).",
            Source = "https://docs.docker.com/security/access-tokens/",
            Pattern = "dckr_[op]at_[A-Za-z0-9_-]{20,}",
            Keywords = ["dckr_pat_", "dckr_oat_"],
            Tags = ["infrastructure", "docker"],
            Positives = ["dckr_pat_" + Sample.Of(27), "docker login -u me -p " + "dckr_pat_" + Sample.Of(20, seed: 2), "'" + "dckr_oat_" + Sample.Of(32, seed: 3) + "'"],
            Negatives = ["dckr_pat_" + Sample.Of(19), "dckr_xat_" + Sample.Of(27), "DCKR_PAT_" + Sample.Of(27)],
        },
        new()
        {
            Name = "terraform_cloud_token",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "HCP Terraform or Terraform Enterprise token.",
            Source = "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
            // The gap also spans the credentials block of the CLI: "app.terraform.io": { "token": "...
            Pattern = @"(?i)(?:terraform|tfe)[a-z0-9_.""'\\:{ \t\r\n-]{0,40}?token" + Shape.Assign + "([A-Za-z0-9._-]{14,})",
            SecretGroup = 1,
            EntropyFloor = options.VendorFloor,
            Validator = "random_token",
            Keywords = ["terraform", "tfe"],
            WindowBytes = 256,
            Tags = ["infrastructure", "terraform"],
            Positives =
            [
                $"terraform_token = \"{Sample.Of(14)}.atlasv1.{Sample.Of(67, seed: 2)}\"",
                $"\"app.terraform.io\": {{\n  \"token\": \"{Sample.Of(14, seed: 3)}.atlasv1.{Sample.Of(67, seed: 4)}\"",
                $"TFE_TOKEN={Sample.Of(14, seed: 5)}.atlasv1.{Sample.Of(67, seed: 6)}",
                $"tfe_token: '{Sample.Of(24, seed: 7)}'",
            ],
            Negatives = ["terraform_token = \"short\"", "terraform_token = \"aaaaaaaaaaaaaaaaaaaaaaaa\"", "terraform_token = var.terraform_cloud_token", "terraform_token = \"your-terraform-token-here\""],
        },
        new()
        {
            Name = "vault_token",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "HashiCorp Vault token: service (hvs), batch (hvb) or recovery (hvr).",
            Source = "https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes",
            Pattern = Shape.Start + @"(hv[bsr]\.[A-Za-z0-9_-]{24,})",
            SecretGroup = 1,
            Keywords = ["hvs.", "hvb.", "hvr."],
            Tags = ["infrastructure", "vault"],
            Positives = ["hvs." + Sample.Of(24), "X-Vault-Token: " + "hvs." + "CAES" + Sample.Of(90, seed: 2), "\"" + "hvb." + Sample.Of(150, seed: 3) + "\""],
            Negatives = ["hvs." + Sample.Of(23), "hvx." + Sample.Of(24), "ahvs." + Sample.Of(24), "hvs.forEach(item => item.apply())"],
        },
    ];
}
